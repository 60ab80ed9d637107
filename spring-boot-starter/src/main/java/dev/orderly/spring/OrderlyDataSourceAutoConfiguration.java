package dev.orderly.spring;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The database of an application that names none and has the driver of SQLite: a file in the folder that it is started in. With
 * a database on the class path that Spring Boot starts in memory by itself, it has that one.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(name = {"com.zaxxer.hikari.HikariDataSource", "org.sqlite.JDBC"})
@ConditionalOnMissingClass({"org.h2.Driver", "org.apache.derby.jdbc.EmbeddedDriver", "org.hsqldb.jdbc.JDBCDriver"})
@ConditionalOnProperty(name = "orderly.enabled", matchIfMissing = true)
@Conditional(OrderlyDataSourceAutoConfiguration.NoDatabaseNamed.class)
class OrderlyDataSourceAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(OrderlyDataSourceAutoConfiguration.class);
    private static final String FILE = "orders.db";

    @Bean
    @ConditionalOnMissingBean(
            value = DataSource.class,
            type = {
                "org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails",
                "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails"
            })
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource() {
        LOG.info(
                "no database is named by spring.datasource.url: it is the file {}",
                Path.of(FILE).toAbsolutePath());
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl("jdbc:sqlite:" + FILE);
        return source;
    }

    /** Neither by its address nor by its name in a directory. */
    static final class NoDatabaseNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !environment.containsProperty("spring.datasource.url")
                    && !environment.containsProperty("spring.datasource.jndi-name");
        }
    }
}
