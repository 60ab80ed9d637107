package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which database an application has that names none. */
class UnnamedDatabaseTest {

    @TempDir
    private Path folder;

    private static ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withUserConfiguration(StarterFixture.Application.class)
                .withPropertyValues("orderly.sweep.every=0", "orderly.workflow=bookstore");
    }

    /** Settings of the pool count, so the test can have the file elsewhere. */
    private ApplicationContextRunner withoutH2() {
        return application()
                .withClassLoader(new FilteredClassLoader("org.h2"))
                .withPropertyValues("spring.datasource.hikari.jdbc-url=jdbc:sqlite:" + folder.resolve("orders.db"));
    }

    @Test
    void it_is_a_file_that_keeps_the_orders() {
        withoutH2()
                .run(context -> assertThat(context.getBean(Orders.class)
                                .place("A-1", StarterFixture.place())
                                .isAccepted())
                        .isTrue());
        withoutH2()
                .run(context ->
                        assertThat(context.getBean(Orders.class).find("A-1")).isPresent());
    }

    @Test
    void it_is_in_the_folder_that_the_application_is_started_in() {
        HikariDataSource source = new OrderlyDataSourceAutoConfiguration().dataSource();

        assertThat(source.getJdbcUrl()).isEqualTo("jdbc:sqlite:orders.db");
    }

    @Test
    void a_database_that_is_named_is_taken() {
        String url = "jdbc:sqlite:" + folder.resolve("shop.db");
        application()
                .withClassLoader(new FilteredClassLoader("org.h2"))
                .withPropertyValues("spring.datasource.url=" + url)
                .run(context -> assertThat(
                                context.getBean(HikariDataSource.class).getJdbcUrl())
                        .isEqualTo(url));
    }

    @Test
    void a_data_source_of_the_shops_own_is_taken() {
        HikariDataSource own = new HikariDataSource();
        own.setJdbcUrl("jdbc:sqlite:" + folder.resolve(UUID.randomUUID().toString()));
        application()
                .withClassLoader(new FilteredClassLoader("org.h2"))
                .withBean(DataSource.class, () -> own)
                .run(context -> assertThat(context.getBean(DataSource.class)).isSameAs(own));
    }

    @Test
    void where_spring_boot_has_one_in_memory_that_is_taken() {
        application()
                .run(context -> assertThat(
                                context.getBean(HikariDataSource.class).getJdbcUrl())
                        .startsWith("jdbc:h2:mem:"));
    }
}
