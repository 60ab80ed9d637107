package dev.orderly.check;

import dev.orderly.workflow.Workflow;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The problems of each workflow that was checked, for as long as the workflow is in use: the reader of a file checks it to
 * report its problems with their lines, and what runs the workflow afterwards need not check it again. Known by identity,
 * because comparing two workflows by content takes as long as checking some. Thread-safe.
 */
final class CheckedWorkflows {

    private final Map<Key, List<Problem>> results = new ConcurrentHashMap<>();
    private final ReferenceQueue<Workflow> collected = new ReferenceQueue<>();

    /** The problems of a workflow; those found before, or else those that the check finds. */
    List<Problem> problems(Workflow workflow, Function<Workflow, List<Problem>> check) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            results.remove(gone);
        }
        Key key = new Key(workflow, collected);
        List<Problem> known = results.get(key);
        if (known != null) {
            return known;
        }
        List<Problem> found = check.apply(workflow);
        results.put(key, found);
        return found;
    }

    /** A workflow by its identity, which does not keep it in memory. */
    private static final class Key extends WeakReference<Workflow> {

        private final int hash;

        Key(Workflow workflow, ReferenceQueue<Workflow> queue) {
            super(workflow, queue);
            hash = System.identityHashCode(workflow);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key that && get() != null && refersTo(that.get()));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
