package dev.orderly.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** The rules of the design, for the packages below a root: the library's own, or a planted one that breaks them. */
final class Rules {

    private static final Set<String> CLOCKED = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Year",
            "java.time.YearMonth");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** Every rule by its name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("workflow", knows("workflow", "a definition is a value that anybody can use alone"));
        rules.put("check", knows("check", "checking looks at a definition and at nothing else", "workflow"));
        rules.put("order", knows("order", "a history makes a snapshot by its definition alone", "workflow"));
        rules.put("decision", knows("decision", "deciding computes and keeps nothing", "order", "workflow", "check"));
        rules.put(
                "store",
                knows("store", "a store keeps what was decided, and knows no facade", "decision", "order", "workflow"));
        rules.put("file", knows("file", "a file is one way to write a definition down", "workflow", "check"));
        rules.put("diagram", knows("diagram", "a diagram shows a definition", "workflow"));
        rules.put(
                "notification",
                knows(
                        "notification",
                        "telling people needs what happened, and no facade that makes it happen",
                        "store",
                        "order",
                        "workflow"));
        rules.put("conversation", knows("conversation", "what is said needs who says it", "order", "workflow"));
        rules.put("view", knows("view", "who may see what depends on the order alone", "order", "workflow"));
        rules.put("facade", facade());
        rules.put("cycles", noCycles());
        rules.put("jackson", jackson());
        rules.put("logging", logging());
        rules.put("clock", clock());
        rules.put("randomness", randomness());
        rules.put("nulls", nullMarked());
        rules.put("fields", closedFields());
        rules.put("names", noJunkDrawers());
        return rules;
    }

    private ArchRule knows(String own, String reason, String... others) {
        List<String> allowed = new ArrayList<>(List.of(root + "." + own));
        List.of(others).forEach(other -> allowed.add(root + "." + other));
        return noClasses()
                .that()
                .resideInAPackage(root + "." + own)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and not in " + allowed, c -> isOurs(c) && !allowed.contains(c.getPackageName())))
                .because(reason)
                .allowEmptyShould(true);
    }

    private ArchRule facade() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root)
                .because("the facade stands on everything, so that no import runs up");
    }

    private boolean isOurs(JavaClass c) {
        String name = c.getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }

    private ArchRule noCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other are one package")
                .allowEmptyShould(true);
    }

    private ArchRule jackson() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".file")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .because("who embeds the rules alone must not need Jackson");
    }

    private ArchRule logging() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".internal..", root + ".notification")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.slf4j..")
                .because("only the facade and the dispatcher do anything worth a log line")
                .allowEmptyShould(true);
    }

    private ArchRule clock() {
        return noClasses()
                .that()
                .resideInAnyPackage(pure())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .accessTargetWhere(DescribedPredicate.describe("ask what time it is", Rules::asksTheTime))
                .because("time enters in the request, so that deciding again gives the same")
                .allowEmptyShould(true);
    }

    private static boolean asksTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(name);
            case "java.util.Date" -> name.equals("<init>");
            case "java.util.Calendar" -> name.equals("getInstance");
            default -> CLOCKED.contains(owner) && name.equals("now");
        };
    }

    private ArchRule randomness() {
        return noClasses()
                .that()
                .resideInAnyPackage(pure())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class, SplittableRandom.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .because("ids enter in the request, so that deciding again gives the same")
                .allowEmptyShould(true);
    }

    private String[] pure() {
        return new String[] {
            root + ".workflow", root + ".file", root + ".check", root + ".order", root + ".decision", root + ".view"
        };
    }

    private static ArchRule nullMarked() {
        return classes()
                .that()
                .areTopLevelClasses()
                .should(new ArchCondition<JavaClass>("reside in a @NullMarked package") {
                    @Override
                    public void check(JavaClass c, ConditionEvents events) {
                        boolean marked = c.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                c, marked, c.getName() + " is in a package without @NullMarked"));
                    }
                })
                .because("who calls us must see what can be null");
    }

    private static ArchRule closedFields() {
        return fields().that()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .bePrivate()
                .orShould()
                .beFinal()
                .because("state that others can change is nobody's");
    }

    private ArchRule noJunkDrawers() {
        String drawer = "Utils?|Utilities|Commons?|Impl|Helpers?|Managers?";
        return noClasses()
                .should()
                .haveNameMatching("(?i).*\\.(" + drawer.toLowerCase(Locale.ROOT) + ")\\..*")
                .orShould()
                .haveNameMatching(".*(" + drawer + ")(\\$.*)?")
                .because("a name says what a thing is about, not that it is a thing");
    }
}
