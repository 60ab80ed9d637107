package dev.orderly.jdbc;

import dev.orderly.order.Evolution;
import dev.orderly.store.WorkflowVersion;
import dev.orderly.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;

/** The registered versions that can be read: how their orders evolve, and within which bounds. Not changed once it is filled. */
final class KnownVersions {

    private final Map<WorkflowVersion, Known> versions = new HashMap<>();

    private record Known(Evolution evolution, VersionBounds bounds) {}

    void add(WorkflowVersion version, Workflow workflow) {
        versions.put(version, new Known(new Evolution(workflow), VersionBounds.of(workflow)));
    }

    /** @throws IllegalArgumentException if the version is not registered, or cannot be read */
    Evolution evolution(String workflow, int version) {
        return known(workflow, version).evolution;
    }

    /** @throws IllegalArgumentException if the version is not registered, or cannot be read */
    VersionBounds bounds(String workflow, int version) {
        return known(workflow, version).bounds;
    }

    private Known known(String workflow, int version) {
        WorkflowVersion key = new WorkflowVersion(workflow, version);
        Known known = versions.get(key);
        if (known == null) {
            throw new IllegalArgumentException(key + " is not registered, or cannot be read");
        }
        return known;
    }
}
