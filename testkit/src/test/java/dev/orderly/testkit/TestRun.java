package dev.orderly.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test class, run as a build would run it, with what came of each of its tests. */
public final class TestRun implements TestExecutionListener {

    private static final Pattern STEP = Pattern.compile(" {2,}(\\d+)\\. ");

    /** A fault that a hundred scenarios miss in one of thirty runs is found by a thousand. */
    private static final String TRIES = "1000";

    private final Set<String> passed = new TreeSet<>();
    private final Map<String, Throwable> failed = new TreeMap<>();
    private final Map<String, String> reports = new TreeMap<>();

    private TestRun() {}

    public static TestRun of(Class<?> testClass) {
        return of(selectClass(testClass));
    }

    public static TestRun of(Class<?> testClass, String test) {
        Method method = ReflectionSupport.findMethods(
                        testClass, m -> m.getName().equals(test), HierarchyTraversalMode.TOP_DOWN)
                .get(0);
        return of(selectMethod(testClass, method));
    }

    public static TestRun ofNested(Class<?> testClass, Class<?> nested) {
        return of(selectNestedClass(List.of(testClass), nested));
    }

    private static TestRun of(DiscoverySelector which) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(which)
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.tries.default", TRIES)
                .configurationParameter("jqwik.shrinking.bounded.seconds", "120")
                .build();
        TestRun run = new TestRun();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failed.put(name(test), result.getThrowable().orElseThrow());
        } else if (test.isTest()) {
            passed.add(name(test));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        reports.merge(name(test), String.join("\n", entry.getKeyValuePairs().values()), (a, b) -> a + "\n" + b);
    }

    private static String name(TestIdentifier test) {
        return test.getDisplayName().replace(' ', '_').replaceAll("\\(.*\\)$", "");
    }

    public Set<String> passed() {
        return passed;
    }

    public Map<String, Throwable> failed() {
        return failed;
    }

    /** What was printed about a test. */
    public String report(String test) {
        return reports.getOrDefault(test, "");
    }

    /** The scenario that jqwik found last for a test that fails, as it was printed. */
    public String counterexample(String test) {
        String report = report(test);
        int shrunk = report.indexOf("Shrunk Sample");
        int start = shrunk < 0 ? report.indexOf("Sample") : shrunk;
        int end = report.indexOf("Original", Math.max(start, 0));
        return report.substring(Math.max(start, 0), end < 0 ? report.length() : end);
    }

    /** How many steps that scenario has. */
    public int steps(String test) {
        Matcher step = STEP.matcher(counterexample(test));
        int last = 0;
        while (step.find()) {
            last = Math.max(last, Integer.parseInt(step.group(1)));
        }
        return last;
    }
}
