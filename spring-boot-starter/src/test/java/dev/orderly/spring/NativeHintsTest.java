package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

/** What is known before a native image runs. */
class NativeHintsTest {

    private static RuntimeHints hints() {
        RuntimeHints hints = new RuntimeHints();
        new NativeHints().registerHints(hints, NativeHintsTest.class.getClassLoader());
        return hints;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/orderly/decision/reasons_en.properties",
                "dev/orderly/preset/bookstore.yaml",
                "dev/orderly/jdbc/h2/V1__orderly.sql",
                "dev/orderly/jdbc/sqlite/catalog.txt",
                "dev/orderly/jdbc/postgresql-partitioned/V1__orderly.sql",
                "dev/orderly/mail/texts/index",
                "dev/orderly/mail/texts/bookstore/en/customer/ship.mail.txt",
                "dev/orderly/mail/texts/words/en.properties",
                "dev/orderly/mail/inbound/pl.properties",
                "dev/orderly/mail/inbound/languages",
                "dev/orderly/decision/languages",
                "dev/orderly/http/page/orderly.css"
            })
    void the_image_takes_along(String resource) {
        assertThat(NativeHintsTest.class.getClassLoader().getResource(resource))
                .as("there is such a resource")
                .isNotNull();
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints());
    }

    @Test
    void the_image_finds_every_trigger_of_h2_by_name() throws Exception {
        List<String> triggers;
        try (InputStream script = Objects.requireNonNull(
                NativeHintsTest.class.getClassLoader().getResourceAsStream("dev/orderly/jdbc/h2/V1__orderly.sql"))) {
            triggers = Pattern.compile("call '([\\w.]+)'")
                    .matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(call -> call.group(1))
                    .distinct()
                    .toList();
        }
        assertThat(triggers)
                .hasSizeGreaterThan(5)
                .allSatisfy(trigger -> assertThat(
                                RuntimeHintsPredicates.reflection().onType(TypeReference.of(trigger)))
                        .accepts(hints()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.orderly.jdbc.h2.OrderGuard",
                "dev.orderly.jdbc.h2.HistoryGuard",
                "dev.orderly.http.page.template.JtelookupGenerated",
                "dev.orderly.http.page.template.JtestatusGenerated"
            })
    void the_image_finds_by_name(String type) throws Exception {
        assertThat(Class.forName(type)).isNotNull();
        assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(type)))
                .accepts(hints());
    }

    @Test
    void springs_processing_ahead_of_time_knows_all_beans() {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation =
                new DefaultGenerationContext(new ClassNameGenerator(ClassName.get("shop", "Shop")), files);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(List.of(
                            "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(), "orderly.workflow=bookstore"))
                    .applyTo(context);
            context.register(StarterFixture.Application.class);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        generation.writeGeneratedContent();

        assertThat(files.getGeneratedFiles(Kind.SOURCE).keySet())
                .anyMatch(file -> file.contains("OrderlyAutoConfiguration__BeanDefinitions"));
        assertThat(RuntimeHintsPredicates.resource().forResource("dev/orderly/preset/bookstore.yaml"))
                .accepts(generation.getRuntimeHints());
    }
}
