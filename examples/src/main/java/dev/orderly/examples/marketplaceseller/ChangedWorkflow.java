package dev.orderly.examples.marketplaceseller;

import dev.orderly.MigrationPlan;
import dev.orderly.MigrationReport;
import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.examples.Story;
import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The same marketplace changes its workflow while orders are under way, as it really did: in 2019 it renamed PROCESSED,
 * which comes before PROCESSING, and in 2020 it added cash on delivery. The orders lie in a database, and each keeps to
 * the version that it began with until it is migrated.
 */
public final class ChangedWorkflow {

    private static final Actor PLATFORM = Actor.of("platform", "admin");
    private static final Actor SELLER = Actor.of("seller", "ivan");

    private final Workflow version1 = Presets.marketplaceSeller();
    private final Workflow version2;
    private final Workflow version3;
    private final Story story = new Story(version1);
    private final JdbcDataSource database = new JdbcDataSource();

    private ChangedWorkflow(Path folder) {
        version2 = WorkflowFiles.load(folder.resolve("marketplace-seller-2019.yaml"));
        version3 = WorkflowFiles.load(folder.resolve("marketplace-seller-2020.yaml"));
        database.setURL("jdbc:h2:mem:marketplace;DB_CLOSE_DELAY=-1");
    }

    public static void main(String[] arguments) throws IOException {
        ChangedWorkflow shop = new ChangedWorkflow(workflowFiles());
        shop.before();
        shop.renamed();
        shop.cashOnDelivery();
    }

    private void before() {
        story.at("2019-06-01T09:00", "Three orders are under way, and one is over.");
        Orders orders = ordersBy(version1);
        for (String number : List.of("B-1", "B-2", "B-3", "B-4")) {
            story.granted(orders.place(number, offer()));
        }
        story.granted(orders.fire("B-2", Request.of("confirm-payment", PLATFORM)));
        story.granted(orders.fire("B-3", Request.of("confirm-payment", PLATFORM)));
        story.granted(orders.fire("B-3", Request.of("process", SELLER)));
        story.granted(orders.fire("B-4", Request.of("cancel", PLATFORM)));
    }

    private void renamed() {
        story.at("2019-06-02T03:00", "A program that knows version 2 is started. A dry run says what it would do.");
        Orders orders = ordersBy(version2);
        MigrationPlan plan = orders.migration("marketplace-seller", 1, 2);
        MigrationReport report = plan.dryRun();
        story.check("live orders", Map.of("pending", 1L, "processed", 1L, "processing", 1L), report.orders());
        story.check("of which can be moved", 2L, report.moved());
        report.unmapped().forEach(order -> story.print(order.number() + ": " + order.why()));

        story.at("2019-06-02T03:05", "Given the new name, it can move all of them, and does.");
        MigrationPlan mapped = plan.withStatus("processed", "payment-confirmed");
        story.check("can be moved", 3L, mapped.dryRun().moved());
        story.check("are moved", 3L, mapped.run(PLATFORM).moved());
        Order moved = orders.find("B-2").orElseThrow();
        story.check("B-2 is now", "Payment Confirmed", version2.statusLabel(moved.status(), "en"));
        story.granted(orders.fire("B-2", Request.of("process", SELLER)));
        // What is over stays as it was: nothing can happen to it by any version.
        story.check("version of B-4", 1, orders.find("B-4").orElseThrow().version());
    }

    private void cashOnDelivery() {
        story.at("2020-03-30T03:00", "Cash on delivery comes. No status is gone, so there is nothing to map.");
        Orders orders = ordersBy(version3);
        MigrationReport report = orders.migration("marketplace-seller", 2, 3).run(PLATFORM);
        story.check("are moved", 3L, report.moved());
        story.check("stay behind", List.of(), report.unmapped());

        story.at("2020-03-30T10:00", "A new order need not be paid first; an old one still must be.");
        story.granted(orders.place("C-1", offer().with("payment", "cash-on-delivery")));
        story.granted(orders.fire("C-1", Request.of("process", SELLER)));
        story.refused("not-in-status", orders.fire("B-1", Request.of("process", SELLER)));
        story.granted(orders.fire("B-1", Request.of("confirm-payment", PLATFORM)));

        story.check(
                "how B-2 got there",
                "place: pending → confirm-payment: processed → (migration): payment-confirmed"
                        + " → process: processing → (migration): processing",
                orders.find("B-2").orElseThrow().trail().toString());
        // Each entry's hash covers the one before it, so that a change by hand would show; a migration is an entry.
        List<String> changed = Stream.of("B-1", "B-2", "B-3", "B-4", "C-1")
                .filter(number -> orders.history(number).orElseThrow().verify().isPresent())
                .toList();
        story.check("orders whose history was changed by hand", List.of(), changed);
    }

    /** A program that was started with one version; the database knows the earlier ones. */
    private Orders ordersBy(Workflow workflow) {
        JdbcOrderStore store = JdbcOrderStore.builder(database).migrate().build();
        return Orders.builder(store).workflow(workflow).clock(story.clock()).build();
    }

    private static Request offer() {
        return Request.of("place", Actor.customer()).with("preparation-days", 3);
    }

    /** The workflow files that lie beside this class, in a folder: one extends the other, and looks for it there. */
    private static Path workflowFiles() throws IOException {
        Path folder = Files.createTempDirectory("marketplace-seller");
        folder.toFile().deleteOnExit();
        for (String file : List.of("marketplace-seller-2019.yaml", "marketplace-seller-2020.yaml")) {
            try (InputStream in = Objects.requireNonNull(ChangedWorkflow.class.getResourceAsStream(file))) {
                Files.copy(in, folder.resolve(file));
                folder.resolve(file).toFile().deleteOnExit();
            }
        }
        return folder;
    }
}
