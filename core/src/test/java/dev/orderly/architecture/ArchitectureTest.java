package dev.orderly.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.orderly.Orders;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: each rule holds for the library, and is seen to fail where it is broken. */
class ArchitectureTest {

    private static final String PLANTED_ROOT = "dev.orderly.architecture.planted";
    private static final Map<String, ArchRule> RULES = new Rules("dev.orderly").all();
    private static final Map<String, ArchRule> PLANTED_RULES = new Rules(PLANTED_ROOT).all();
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.orderly");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    static Set<String> rules() {
        return RULES.keySet();
    }

    @Test
    void the_library_is_there_to_be_looked_at() {
        assertThat(LIBRARY.contain(Orders.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_library_keeps_the_rule(String rule) {
        Objects.requireNonNull(RULES.get(rule)).check(LIBRARY);
    }

    @ParameterizedTest
    @CsvSource({
        "workflow, planted.workflow.KnowsTheChecker",
        "check, planted.check.KnowsAnOrder",
        "order, planted.order.KnowsADecision",
        "decision, planted.decision.KnowsAStore",
        "store, planted.store.KnowsTheFacade",
        "file, planted.file.KnowsAnOrder",
        "diagram, planted.diagram.KnowsAnOrder",
        "notification, planted.notification.KnowsTheFacade",
        "conversation, planted.conversation.KnowsAStore",
        "view, planted.view.KnowsADecision",
        "facade, planted.store.KnowsTheFacade",
        "cycles, planted.check.KnowsAnOrder",
        "jackson, planted.decision.ReadsJson",
        "logging, planted.store.Logs",
        "clock, planted.decision.AsksInstant",
        "clock, planted.order.AsksAClock",
        "clock, planted.check.AsksTheSystem",
        "clock, planted.workflow.AsksADate",
        "randomness, planted.decision.ThrowsDice",
        "randomness, planted.workflow.MakesAnId",
        "randomness, planted.file.ThrowsSharedDice",
        "nulls, planted.unmarked.Anything",
        "fields, planted.order.OpenState.open",
        "names, planted.common.Anything",
        "names, planted.store.StoreHelper",
        "names, planted.store.StoreImpl",
    })
    void the_rule_is_seen_to_fail_where_it_is_broken(String rule, String violator) {
        EvaluationResult result =
                Objects.requireNonNull(PLANTED_RULES.get(rule)).evaluate(PLANTED);

        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(violator));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_says_why(String rule) {
        assertThat(Objects.requireNonNull(RULES.get(rule)).getDescription()).contains("because");
    }
}
