package dev.orderly.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.orderly.testkit.Scenario;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The differential test finds a bug in either engine, and shows it in a handful of steps. */
@Tag("slow")
class PlantedBugsTest {

    private static final int HANDFUL = 6;

    @ParameterizedTest
    @ValueSource(
            classes = {
                PlantedBugs.ExtraTransitionInTable.class,
                PlantedBugs.ExtraTransitionInMachines.class,
                PlantedBugs.SkippedGuardInTable.class,
                PlantedBugs.SkippedGuardInMachines.class,
                PlantedBugs.WrongTargetInTable.class,
                PlantedBugs.WrongTargetInMachines.class,
                PlantedBugs.SkippedChangesInTable.class,
                PlantedBugs.SkippedChangesInMachines.class,
                PlantedBugs.SkippedComparisonsInTable.class,
                PlantedBugs.SkippedComparisonsInMachines.class,
                PlantedBugs.IgnoredBoundsInTable.class,
                PlantedBugs.IgnoredBoundsInMachines.class,
                PlantedBugs.IgnoredFlowsInTable.class,
                PlantedBugs.IgnoredFlowsInMachines.class,
                PlantedBugs.LimitsFromElsewhereInTable.class,
                PlantedBugs.LimitsFromElsewhereInMachines.class,
                PlantedBugs.LostUnitInTable.class,
                PlantedBugs.LostUnitInMachines.class,
                PlantedBugs.DoubledUnitInTable.class,
                PlantedBugs.DoubledUnitInMachines.class,
                PlantedBugs.SkippedAutomaticStepInTable.class,
                PlantedBugs.SkippedAutomaticStepInMachines.class,
                PlantedBugs.DoubledAdditionInTable.class,
                PlantedBugs.DoubledAdditionInMachines.class,
            })
    void a_planted_bug_is_found_and_shown_in_a_handful_of_steps(Class<?> planted) {
        List<Scenario> counterexamples = counterexamples(planted);

        assertThat(counterexamples)
                .as(planted.getSimpleName())
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.steps()).hasSizeLessThanOrEqualTo(HANDFUL));
    }

    /** Runs a broken differential test as the build runs the real one. */
    private static List<Scenario> counterexamples(Class<?> planted) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(planted))
                .configurationParameter("jqwik.tries.default", "1000")
                .configurationParameter("jqwik.shrinking.bounded.seconds", "600")
                .build();
        List<Scenario> found = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable()
                        .map(EnginesAgree.Disagreement.class::cast)
                        .map(EnginesAgree.Disagreement::scenario)
                        .ifPresent(found::add);
            }
        };
        PrintStream out = System.out;
        // What a property prints when it fails would look as if the build had failed.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            System.setOut(out);
        }
        return found;
    }
}
