package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.metrics.OrderlyMetrics;
import dev.orderly.order.Actor;
import dev.orderly.order.ChainKey;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an application says about its orders, and what it gets. */
class SettingsTest {

    private static final String SMALL = """
            workflow: corner-shop
            version: 1
            languages: [en]
            fields:
              sum: { type: money }
            statuses:
              new:  { label: { en: Received } }
              done: { label: { en: Delivered }, done: true }
            transitions:
              - { on: place, to: new, by: customer, takes: sum, guard: credit-limit }
              - { on: deliver, from: new, to: done, by: staff }
            """;

    private static final Guard CREDIT_LIMIT =
            (order, request) -> Optional.of(Reason.of("over-limit", "en", "This is more than you may owe us."));

    @Test
    void a_data_source_and_the_name_of_a_preset_are_enough() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .run(context -> {
                    Orders orders = context.getBean(Orders.class);

                    assertThat(orders.place("A-1", StarterFixture.place())).isInstanceOf(Accepted.class);
                    assertThat(orders.find("A-1").orElseThrow().status()).isEqualTo("awaiting-payment");
                });
    }

    @Test
    void of_several_workflows_the_first_is_the_one_of_orders_that_name_none() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=pickup-point,bookstore")
                .run(context -> assertThat(context.getBean(Orders.class).workflows())
                        .extracting(Workflow::name)
                        .containsExactly("pickup-point", "bookstore"));
    }

    @Test
    void a_workflow_can_be_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SMALL);

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=" + file.toUri())
                .withBean("creditLimit", Guard.class, () -> CREDIT_LIMIT)
                .run(context -> assertThat(context.getBean(Orders.class).workflows())
                        .extracting(Workflow::name)
                        .containsExactly("corner-shop"));
    }

    @Test
    void a_workflow_can_be_a_resource() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=classpath:kiosk.yaml")
                .run(context -> assertThat(context.getBean(Orders.class).workflows())
                        .extracting(Workflow::name)
                        .containsExactly("kiosk"));
    }

    @Test
    void a_workflow_can_be_a_bean() {
        Workflow kiosk = Workflow.builder("kiosk")
                .status("new", s -> {})
                .status("done", s -> s.done())
                .transition("place", t -> t.to("new").by("customer"))
                .transition("deliver", t -> t.from("new").to("done").by("staff"))
                .build();

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean(Workflow.class, () -> kiosk)
                .run(context -> assertThat(context.getBean(Orders.class).workflows())
                        .extracting(Workflow::name)
                        .containsExactly("bookstore", "kiosk"));
    }

    private static String entriesWithKey(ApplicationContext context, ChainKeys keys) {
        Orders orders = context.getBean(Orders.class);
        assertThat(orders.place("A-1", StarterFixture.place())).isInstanceOf(Accepted.class);
        History history = orders.history("A-1").orElseThrow();
        return HashChain.keyId(history.entries().get(0).hash()).orElse("none") + ", "
                + history.verify(keys).orElse("verified");
    }

    @Test
    void entries_have_the_key_of_a_file(@TempDir Path folder) throws Exception {
        String line = "2026-11 " + Base64.getEncoder().encodeToString(new byte[32]);
        Path file = Files.writeString(folder.resolve("chain-keys"), line);

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.chain-keys-file=" + file)
                .run(context -> assertThat(entriesWithKey(context, ChainKeys.parse(line)))
                        .isEqualTo("2026-11, verified"));
    }

    @Test
    void entries_have_the_key_of_a_bean_in_the_applications_own_store_as_well() {
        ChainKeys keys = ChainKeys.of(ChainKey.of("vault", new byte[32]));

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean(ChainKeys.class, () -> keys)
                .withBean(OrderStore.class, InMemoryOrderStore::new)
                .run(context -> assertThat(entriesWithKey(context, keys)).isEqualTo("vault, verified"));
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean(ChainKeys.class, () -> keys)
                .run(context -> assertThat(context.getBean(OrderStore.class).chainKeys())
                        .isSameAs(keys));
    }

    @Test
    void a_file_of_keys_that_cannot_be_used_is_named_and_not_shown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("chain-keys"), "c2VjcmV0\n");

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.chain-keys-file=" + file)
                .run(context -> assertThat(settingFailure(context.getStartupFailure()))
                        .hasMessageContaining(file + ", cannot be used: line 1 of the chain keys")
                        .hasMessageNotContaining("c2VjcmV0"));
        StarterFixture.application()
                .withPropertyValues(
                        "orderly.workflow=bookstore", "orderly.chain-keys-file=" + folder.resolve("nothing"))
                .run(context -> assertThat(settingFailure(context.getStartupFailure()))
                        .hasMessageContaining("nothing, cannot be read"));
    }

    @Test
    void without_a_workflow_it_names_the_presets() {
        StarterFixture.application().run(context -> {
            SettingException failure = settingFailure(context.getStartupFailure());
            assertThat(failure).hasMessage("Orderly has no workflow that orders could follow.");
            assertThat(failure.action())
                    .isEqualTo("Set orderly.workflow to a preset (" + String.join(", ", Presets.names())
                            + ") or to a workflow file, such as"
                            + " classpath:shop.yaml or file:/etc/shop.yaml, or give the application a bean of type"
                            + " Workflow. Without orders, set orderly.enabled to false.");
        });
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void an_application_that_cannot_start_says_why_in_place_of_a_stack_trace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(StarterFixture.Application.class);
        String[] arguments = {
            "--spring.datasource.url=" + StarterFixture.emptyDatabase(), "--spring.main.web-application-type=none"
        };

        assertThat(catchThrowable(() -> application.run(arguments))).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Orderly has no workflow that orders could follow.")
                .contains(String.join(", ", Presets.names()));
    }

    @Test
    void a_name_that_is_neither_a_preset_nor_a_file_is_shown() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookshop")
                .run(context -> assertThat(settingFailure(context.getStartupFailure()))
                        .hasMessage("orderly.workflow names \"bookshop\", which is neither a preset nor a file that is"
                                + " there."));
    }

    @Test
    void a_workflow_file_with_mistakes_is_named_with_all_of_them() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=classpath:broken.yaml")
                .run(context -> assertThat(settingFailure(context.getStartupFailure()))
                        .hasMessageStartingWith("The workflow file classpath:broken.yaml cannot be used:")
                        .hasMessageContaining("broken.yaml:8:"));
    }

    @Test
    void a_guard_is_a_bean_whose_name_may_be_written_as_in_java(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("shop.yaml"), SMALL);

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=" + file.toUri())
                .withBean("creditLimit", Guard.class, () -> CREDIT_LIMIT)
                .run(context -> {
                    Rejected refusal = (Rejected)
                            context.getBean(Orders.class).place("A-1", Request.of("place", Actor.of("customer")));
                    assertThat(refusal.code()).isEqualTo("over-limit");
                });
    }

    @Test
    void the_clock_can_be_a_bean() {
        Instant then = Instant.parse("2026-03-02T09:00:00Z");

        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean(Clock.class, () -> Clock.fixed(then, ZoneOffset.UTC))
                .run(context -> {
                    context.getBean(Orders.class).place("A-1", StarterFixture.place());
                    assertThat(context.getBean(Orders.class)
                                    .find("A-1")
                                    .orElseThrow()
                                    .since())
                            .isEqualTo(then);
                });
    }

    @Test
    void it_can_be_turned_off() {
        StarterFixture.application()
                .withPropertyValues("orderly.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Orders.class));
    }

    @Test
    void it_makes_no_tables_if_a_migration_tool_does() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.jdbc.migrate=false")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("the database has no tables of Orderly"));
    }

    @Test
    void tables_without_their_guards_are_refused_unless_the_application_goes_on_knowingly(@TempDir Path folder)
            throws Exception {
        Path harm = Files.writeString(folder.resolve("harm.sql"), "drop trigger orderly_order_guard");
        String[] settings = {
            "orderly.workflow=bookstore",
            "orderly.jdbc.migrate=false",
            "spring.sql.init.schema-locations=classpath:dev/orderly/jdbc/h2/V1__orderly.sql",
            "spring.sql.init.data-locations=" + harm.toUri()
        };

        StarterFixture.application()
                .withPropertyValues(settings)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("missing or another: trigger orderly_order_guard"));
        StarterFixture.application()
                .withPropertyValues(settings)
                .withPropertyValues("orderly.jdbc.guard-check=warn")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void tables_that_the_application_makes_are_there_before_the_orders() {
        StarterFixture.application()
                .withPropertyValues(
                        "orderly.workflow=bookstore",
                        "orderly.jdbc.migrate=false",
                        "spring.sql.init.schema-locations=classpath:dev/orderly/jdbc/h2/V1__orderly.sql")
                .run(context -> assertThat(context.getBean(Orders.class).place("A-1", StarterFixture.place()))
                        .isInstanceOf(Accepted.class));
    }

    @Test
    void an_h2_file_keeps_orders_if_it_is_told_to_wait_for_the_disk(@TempDir Path folder) {
        String url = "jdbc:h2:" + folder.resolve("shop") + ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

        StarterFixture.application()
                .withPropertyValues("spring.datasource.url=" + url, "orderly.workflow=bookstore")
                .run(context -> context.getBean(Orders.class).place("A-1", StarterFixture.place()));
        StarterFixture.application()
                .withPropertyValues("spring.datasource.url=" + url, "orderly.workflow=bookstore")
                .run(context ->
                        assertThat(context.getBean(Orders.class).find("A-1")).isPresent());
    }

    @Test
    void without_servlets_there_are_orders_and_figures_but_no_pages() {
        StarterFixture.application()
                .withClassLoader(new FilteredClassLoader("jakarta.servlet"))
                .withPropertyValues("orderly.workflow=bookstore")
                .run(context -> assertThat(context)
                        .hasSingleBean(Orders.class)
                        .hasSingleBean(OrderlyMetrics.class)
                        .doesNotHaveBean("orderlyServlet"));
    }

    @Test
    void where_there_are_two_data_sources_the_application_says_which_one_has_the_orders() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .withBean("one", DriverManagerDataSource.class)
                .withBean("other", DriverManagerDataSource.class)
                .run(context ->
                        assertThat(context).doesNotHaveBean(OrderStore.class).doesNotHaveBean(Orders.class));
    }

    private static SettingException settingFailure(Throwable failure) {
        return Stream.iterate(failure, Throwable::getCause)
                .takeWhile(cause -> cause != null)
                .filter(SettingException.class::isInstance)
                .map(SettingException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no setting is to blame", failure));
    }
}
