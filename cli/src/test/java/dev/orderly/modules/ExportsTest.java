package dev.orderly.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each module shows to others: a package more or less is a decision, and stands here. */
class ExportsTest {

    private static final Map<String, Set<String>> EXPORTED = Map.of(
            "dev.orderly.core",
                    Set.of(
                            "dev.orderly",
                            "dev.orderly.check",
                            "dev.orderly.conversation",
                            "dev.orderly.decision",
                            "dev.orderly.diagram",
                            "dev.orderly.file",
                            "dev.orderly.notification",
                            "dev.orderly.order",
                            "dev.orderly.store",
                            "dev.orderly.view",
                            "dev.orderly.workflow"),
            "dev.orderly.jdbc", Set.of("dev.orderly.jdbc", "dev.orderly.jdbc.h2 to com.h2database"),
            "dev.orderly.mail", Set.of("dev.orderly.mail", "dev.orderly.mail.inbound", "dev.orderly.mail.template"),
            "dev.orderly.webhook", Set.of("dev.orderly.webhook"),
            "dev.orderly.http",
                    Set.of(
                            "dev.orderly.http",
                            "dev.orderly.http.access",
                            "dev.orderly.http.live",
                            "dev.orderly.http.metrics",
                            "dev.orderly.http.page",
                            "dev.orderly.http.server"),
            "dev.orderly.statemachine", Set.of("dev.orderly.statemachine", "dev.orderly.statemachine.definition"),
            "dev.orderly.testkit",
                    Set.of(
                            "dev.orderly.testkit",
                            "dev.orderly.testkit.engine",
                            "dev.orderly.testkit.jqwik",
                            "dev.orderly.testkit.store"));

    private static final Map<String, Set<String>> OPENED = Map.of(
            "dev.orderly.jdbc",
            Set.of(
                    "dev.orderly.jdbc.h2",
                    "dev.orderly.jdbc.mariadb",
                    "dev.orderly.jdbc.postgresql",
                    "dev.orderly.jdbc.sqlite"),
            "dev.orderly.http",
            Set.of("dev.orderly.http", "dev.orderly.http.api", "dev.orderly.http.page.template to gg.jte.runtime"),
            "dev.orderly.testkit",
            Set.of(
                    "dev.orderly.testkit.engine to org.junit.platform.commons",
                    "dev.orderly.testkit.jqwik",
                    "dev.orderly.testkit.store to org.junit.platform.commons"));

    @Test
    void each_module_exports_these_packages_and_no_other() {
        assertThat(packages(module -> module.exports().stream().map(e -> text(e.source(), e.targets()))))
                .isEqualTo(EXPORTED);
    }

    @Test
    void each_module_opens_these_packages_and_no_other() {
        assertThat(packages(module -> module.opens().stream().map(o -> text(o.source(), o.targets()))))
                .isEqualTo(OPENED);
    }

    /** Those packages of each module, without the modules that have none. */
    private static Map<String, Set<String>> packages(Function<ModuleDescriptor, Stream<String>> some) {
        return UserModule.library().stream()
                .filter(module -> !module.isAutomatic())
                .filter(module -> some.apply(module).findAny().isPresent())
                .collect(Collectors.toMap(
                        ModuleDescriptor::name, module -> some.apply(module).collect(Collectors.toSet())));
    }

    private static String text(String name, Set<String> targets) {
        return targets.isEmpty() ? name : name + " to " + String.join(", ", new TreeSet<>(targets));
    }
}
