package stall;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.orderly.testkit.jqwik.WorkflowLaws;
import java.util.List;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of this module, and prints how each class went. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(WorkflowLaws.class.getModule().getName());
        for (Class<?> tests : List.of(StallLaws.class, StallEngineTest.class, StallStoreTest.class)) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(), listener);
            TestExecutionSummary summary = listener.getSummary();
            summary.getFailures().forEach(failure -> failure.getException().printStackTrace());
            boolean good = summary.getTestsSucceededCount() > 5 && summary.getTotalFailureCount() == 0;
            System.out.println(tests.getSimpleName() + (good ? ": passed" : ": failed"));
        }
    }
}
