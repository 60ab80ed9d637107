package dev.orderly.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use whom among the modules: each rule holds for the library, and is seen to fail where it is broken. */
class ModulesTest {

    private static final String PLANTED_ROOT = "dev.orderly.modules.planted";
    private static final Map<String, ArchRule> RULES = new ModuleRules("dev.orderly").all();
    private static final Map<String, ArchRule> PLANTED_RULES = new ModuleRules(PLANTED_ROOT).all();
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.orderly");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    static Set<String> rules() {
        return RULES.keySet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.orderly.Orders",
                "dev.orderly.jdbc.JdbcOrderStore",
                "dev.orderly.mail.SmtpChannel",
                "dev.orderly.webhook.WebhookChannel",
                "dev.orderly.http.OrderlyServlet",
                "dev.orderly.statemachine.StateMachineEngine",
                "dev.orderly.spring.SpringTransaction"
            })
    void each_module_is_there_to_be_looked_at(String name) {
        assertThat(LIBRARY.contain(name)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_library_keeps_the_rule(String rule) {
        Objects.requireNonNull(RULES.get(rule)).check(LIBRARY);
    }

    @ParameterizedTest
    @CsvSource({
        "core, planted.KnowsAnAdapter",
        "core, planted.KnowsTheStarter",
        "http, planted.http.KnowsMail",
        "jdbc, planted.jdbc.KnowsHttp",
        "mail, planted.mail.KnowsWebhook",
        "webhook, planted.webhook.KnowsJdbc",
        "webhook, planted.webhook.KnowsMail",
        "webhook-libraries, planted.webhook.UsesMailLibrary",
        "statemachine, planted.statemachine.KnowsTheStarter",
        "spring, planted.mail.UsesSpring",
        "spring, planted.UsesSpring",
    })
    void the_rule_is_seen_to_fail_where_it_is_broken(String rule, String violator) {
        EvaluationResult result =
                Objects.requireNonNull(PLANTED_RULES.get(rule)).evaluate(PLANTED);

        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(violator));
    }

    @Test
    void what_is_allowed_breaks_no_rule() {
        assertThat(PLANTED_RULES.values())
                .flatExtracting(
                        rule -> rule.evaluate(PLANTED).getFailureReport().getDetails())
                .noneMatch(detail -> detail.contains("Allowed"));
    }
}
