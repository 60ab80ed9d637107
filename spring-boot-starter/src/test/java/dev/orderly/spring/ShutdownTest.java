package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.http.access.ApiKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that ends. */
class ShutdownTest {

    @Test
    void a_stream_of_changes_is_ended_and_not_cut_off(@TempDir Path folder) throws Exception {
        ApiKey.Created key = ApiKey.createForCustomer("ewa@example.org");
        Path keys = Files.writeString(folder.resolve("keys"), key.key().line());
        Stream<String> lines;
        try (ConfigurableApplicationContext context = SpringApplication.run(
                StarterFixture.Application.class,
                "--server.port=0",
                "--spring.datasource.url=" + StarterFixture.emptyDatabase(),
                "--orderly.workflow=bookstore",
                "--orderly.http.keys-file=" + keys)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:"
                            + context.getEnvironment().getProperty("local.server.port") + "/orders/api/v1/events"))
                    .header("Authorization", "Bearer " + key.secret())
                    .build();
            HttpResponse<Stream<String>> stream = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
            assertThat(stream.statusCode()).isEqualTo(200);
            lines = stream.body();
            context.getBean(Orders.class).place("A-1", StarterFixture.place());
        }

        assertThat(lines.filter(line -> line.contains("A-1"))).isNotEmpty();
    }
}
