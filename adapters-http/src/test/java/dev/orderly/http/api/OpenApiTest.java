package dev.orderly.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orderly.Orders;
import dev.orderly.file.Presets;
import dev.orderly.http.access.Access;
import dev.orderly.http.lookup.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {

    private static final Path FILE = Path.of("src/main/resources/dev/orderly/http/api/openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** To write the file anew, delete it, and run this test twice. */
    @Test
    void the_description_is_that_of_the_code() throws IOException {
        String made = JSON.writer()
                        .with(new DefaultPrettyPrinter()
                                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                        .writeValueAsString(JSON.readTree(JSON.writeValueAsBytes(new OpenApiWriter().document())))
                + "\n";
        if (Files.notExists(FILE)) {
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE)).isEqualTo(made);
    }

    @Test
    void describes_every_operation_that_is_served_and_no_other() throws IOException {
        ResourceConfig served = new ResourceConfig();
        Orders orders = Orders.inMemory(Presets.bookstore());
        Tickets tickets = new Tickets(null, Duration.ofMinutes(1), Clock.systemUTC());
        JsonApi.addTo(served, orders, Access.none(), tickets, (r, n, e, reply) -> {}, Clock.systemUTC());
        Set<String> operations = new TreeSet<>();
        served.getClasses().stream()
                .map(Resource::from)
                .filter(resource -> resource != null && resource.getPath().equals(JsonApi.ROOT))
                .flatMap(resource -> resource.getChildResources().stream())
                .forEach(child -> child.getResourceMethods()
                        .forEach(method ->
                                operations.add(method.getHttpMethod() + " /" + JsonApi.ROOT + "/" + child.getPath())));

        Set<String> described = new TreeSet<>();
        JsonNode paths = JSON.readTree(Files.readString(FILE)).get("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.get(path).propertyNames()) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }

        operations.add("GET " + OpenApiParts.EVENTS);
        assertThat(described).isEqualTo(operations).hasSize(20);
    }

    @Test
    void examples_can_be_read() {
        ExampleBodies.all()
                .forEach((type, example) -> assertThat(Json.<Object>read(Json.write(example), cast(type)))
                        .isEqualTo(example));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> cast(Class<?> type) {
        return (Class<Object>) type;
    }
}
