package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors know of the properties. */
class MetadataTest {

    private static JsonNode metadata() throws Exception {
        try (InputStream in =
                OrderlyProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new JsonMapper().readTree(in);
        }
    }

    @Test
    void every_property_is_described() throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode property : metadata().get("properties")) {
            String name = property.get("name").asString();
            if (name.startsWith("spring.")) {
                continue; // the pool's own, which describes itself
            }
            names.add(name);
            assertThat(property.path("description").asString("")).as(name).endsWith(".");
        }
        assertThat(names)
                .contains(
                        "orderly.answer-retention",
                        "orderly.chain-keys-file",
                        "orderly.enabled",
                        "orderly.http.keys-file",
                        "orderly.jdbc.durability-check",
                        "orderly.jdbc.guard-check",
                        "orderly.jdbc.migrate",
                        "orderly.mail.host",
                        "orderly.sweep.every",
                        "orderly.webhook.url",
                        "orderly.workflow");
    }

    @Test
    void the_presets_are_proposed() throws Exception {
        Set<String> proposed = new TreeSet<>();
        for (JsonNode hint : metadata().get("hints")) {
            if (hint.get("name").asString().equals("orderly.workflow")) {
                hint.get("values")
                        .forEach(value -> proposed.add(value.get("value").asString()));
            }
        }
        assertThat(proposed).containsExactlyInAnyOrderElementsOf(Presets.names());
    }
}
