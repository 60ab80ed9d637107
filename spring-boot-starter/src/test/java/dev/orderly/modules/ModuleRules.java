package dev.orderly.modules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the design between modules, for the packages below a root: the library's own, or planted ones. */
final class ModuleRules {

    private static final String STARTER = "spring";
    private static final String SPRING = "org.springframework..";

    /** The packages of each adapter. */
    private static final Map<String, List<String>> ADAPTERS = Map.of(
            "jdbc", List.of("jdbc"),
            "mail", List.of("mail"),
            "webhook", List.of("webhook"),
            "http", List.of("http"),
            "statemachine", List.of("statemachine"));

    private final String root;

    ModuleRules(String root) {
        this.root = root;
    }

    /** Every rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("core", core());
        ADAPTERS.forEach((name, packages) -> rules.put(name, adapter(name, packages)));
        rules.put("webhook-libraries", webhookLibraries());
        rules.put("spring", spring());
        return rules;
    }

    private ArchRule core() {
        DescribedPredicate<JavaClass> core = DescribedPredicate.describe("are of core", this::isCore);
        return noClasses()
                .that(core)
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe("are ours and not of core", c -> isOurs(c) && !isCore(c)))
                .because("core is the rules; what keeps, shows and sends orders is plugged in");
    }

    private ArchRule adapter(String name, List<String> own) {
        return noClasses()
                .that(DescribedPredicate.describe("are of " + name, c -> isIn(c, own)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and neither of " + name + " nor of core",
                        c -> isOurs(c) && !isCore(c) && !isIn(c, own)))
                .because("adapters never see each other, so that each can be had alone");
    }

    private ArchRule webhookLibraries() {
        return classes()
                .that(DescribedPredicate.describe("are of webhook", c -> isIn(c, List.of("webhook"))))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are ours, of the JDK, of Jackson or of JSpecify",
                        c -> isOurs(c)
                                || isBelow(c.getPackageName(), "java")
                                || isBelow(c.getPackageName(), "javax.crypto")
                                || isBelow(c.getPackageName(), "tools.jackson")
                                || isBelow(c.getPackageName(), "org.jspecify")))
                .because("a shop that only calls other programs needs no mail libraries");
    }

    private ArchRule spring() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are neither of the starter nor of statemachine",
                        c -> isOurs(c) && !isIn(c, List.of(STARTER, "statemachine"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SPRING)
                .because("who has no Spring must not need it");
    }

    private boolean isCore(JavaClass c) {
        return isOurs(c)
                && !isIn(c, List.of(STARTER))
                && ADAPTERS.values().stream().noneMatch(packages -> isIn(c, packages));
    }

    private boolean isIn(JavaClass c, List<String> packages) {
        return packages.stream().map(name -> root + "." + name).anyMatch(name -> isBelow(c.getPackageName(), name));
    }

    private boolean isOurs(JavaClass c) {
        return isBelow(c.getPackageName(), root);
    }

    private static boolean isBelow(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
