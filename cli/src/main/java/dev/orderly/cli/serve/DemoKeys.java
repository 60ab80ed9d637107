package dev.orderly.cli.serve;

import dev.orderly.http.access.Access;
import dev.orderly.http.access.ApiKey;
import dev.orderly.http.access.ApiKeys;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A key for each role of a demonstration, valid only while it runs. */
public final class DemoKeys {

    private final List<ApiKey.Created> keys = new ArrayList<>();

    /**
     * Makes them.
     *
     * @param workflows whose roles get keys
     * @param customer the e-mail address of the customer who gets one
     * @param more further roles
     */
    public DemoKeys(Collection<Workflow> workflows, String customer, List<String> more) {
        Set<String> roles = new LinkedHashSet<>();
        workflows.forEach(workflow -> roles.addAll(workflow.roles()));
        roles.removeAll(Set.of(Workflow.CUSTOMER, Workflow.SYSTEM));
        roles.addAll(more);
        roles.forEach(role -> keys.add(ApiKey.create(new Actor(role, "demo"))));
        keys.add(ApiKey.createForCustomer(customer));
    }

    /** By which the servlet knows them. */
    public Access access() {
        return ApiKeys.of(keys.stream().map(ApiKey.Created::key).collect(Collectors.toList()));
    }

    /** The key of a role. */
    public String of(String role) {
        return keys.stream()
                .filter(key -> key.key().actor().role().equals(role))
                .map(ApiKey.Created::secret)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the demonstration has no role " + role));
    }

    /** A line for each: who it is for, and the key. */
    public List<String> lines() {
        return keys.stream()
                .map(key -> "%-10s %s%s"
                        .formatted(
                                key.key().actor().role(),
                                key.secret(),
                                key.key().email() == null
                                        ? ""
                                        : "  (of " + key.key().email() + ")"))
                .toList();
    }
}
