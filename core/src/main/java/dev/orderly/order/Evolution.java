package dev.orderly.order;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the activities of an order make its snapshot, under one workflow. Pure: it decides nothing and trusts what it is
 * given. Immutable and thread-safe.
 */
public final class Evolution {

    /** Path segments that browsers resolve even when they are encoded, so that they would change a link. */
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

    private final Workflow workflow;
    private final Set<String> doneStatuses = new HashSet<>();
    private final Map<String, Evolution> cases = new HashMap<>();
    private final DeadlineSchedule timetable;

    /** The evolution of orders that follow a workflow. */
    public Evolution(Workflow workflow) {
        this.workflow = workflow;
        this.timetable = new DeadlineSchedule(workflow);
        for (Status status : workflow.statuses()) {
            if (status.done()) {
                doneStatuses.add(status.name());
            }
        }
        for (CaseType type : workflow.parts()) {
            cases.put(type.name(), new Evolution(type.workflow()));
        }
    }

    /**
     * The snapshot after one more activity.
     *
     * @param before the snapshot before; null where the activity places the order
     * @throws IllegalArgumentException if the activity cannot follow: a start after the start, a later one before it, a
     *     gap in the sequence, a step from another status than the order's
     */
    public Order apply(@Nullable Order before, Activity activity) {
        if (before == null) {
            return place(activity);
        }
        if (activity.sequence() != before.sequence() + 1) {
            throw new IllegalArgumentException("entry " + activity.sequence() + " of order " + before.number()
                    + " cannot follow entry " + before.sequence());
        }
        return scheduled(activity.accept(new Step(before)));
    }

    /** What one activity makes of a snapshot. */
    private final class Step implements Activity.Visitor<Order> {

        private final Order before;

        Step(Order before) {
            this.before = before;
        }

        @Override
        public Order transition(TransitionEntry entry) {
            return entry.caseRef() == null ? move(before, entry) : moveCase(before, entry, entry.caseRef());
        }

        @Override
        public Order comment(Comment comment) {
            return before.toBuilder().sequence(comment.sequence()).build();
        }

        @Override
        public Order notificationPreference(NotificationPreference change) {
            return before.toBuilder()
                    .muted(change.muted())
                    .sequence(change.sequence())
                    .build();
        }

        @Override
        public Order migration(Migration migration) {
            return migrate(before, migration);
        }

        /** What was erased is missing in the entries before already. */
        @Override
        public Order erasure(ErasureEntry erasure) {
            return before.toBuilder().sequence(erasure.sequence()).build();
        }
    }

    private Order place(Activity activity) {
        if (!(activity instanceof TransitionEntry entry) || entry.placement() == null || entry.sequence() != 1) {
            throw History.startless(activity);
        }
        Placement placement = entry.placement();
        StatusTrail trail = StatusTrail.start(entry.event(), entry.to(), entry.at());
        Order order = Order.builder(placement.number(), placement.workflow(), placement.version(), entry.at(), trail)
                .status(entry.to(), entry.at(), doneStatuses.contains(entry.to()))
                .customer(placement.customer())
                .lines(placement.lines())
                .items(items(placement.lines()))
                .parcels(parcels(List.of(), entry, entry.data()))
                .fields(entry.data())
                .build();
        return scheduled(order);
    }

    private Order move(Order before, TransitionEntry entry) {
        if (entry.placement() != null) {
            throw new IllegalArgumentException(
                    "entry " + entry.sequence() + " of order " + before.number() + " places it once more");
        }
        if (!before.status().equals(entry.from())) {
            throw misplaced(before, entry.sequence(), entry.from(), "the order", before.status());
        }
        Data fields = before.fields().with(entry.data());
        OrderBuilder after = before.toBuilder()
                .fields(fields)
                .items(items(before, entry))
                .parcels(parcels(before.parcels(), entry, fields))
                .trail(before.trail().then(entry.event(), entry.to(), entry.at()));
        if (!entry.to().equals(before.status())) {
            after.status(entry.to(), entry.at(), doneStatuses.contains(entry.to()));
        }
        return after.sequence(entry.sequence()).build();
    }

    private ItemCounts items(List<Line> lines) {
        ItemRules rules = workflow.items();
        if (rules == null) {
            return ItemCounts.EMPTY;
        }
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        lines.forEach(line -> counts.put(line.id(), Map.of(rules.first().name(), line.quantity())));
        return ItemCounts.of(counts);
    }

    private static ItemCounts items(Order before, TransitionEntry entry) {
        try {
            return before.items().after(entry.items());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "entry " + entry.sequence() + " of order " + before.number() + " moves units that are not there: "
                            + e.getMessage(),
                    e);
        }
    }

    private static IllegalArgumentException misplaced(
            Order order, long sequence, @Nullable String from, String what, String status) {
        return new IllegalArgumentException("entry " + sequence + " of order " + order.number() + " leaves "
                + (from == null ? "no status" : "status " + from) + ", but " + what + " is in " + status);
    }

    private Order migrate(Order before, Migration migration) {
        if (!before.status().equals(migration.from()) || before.version() != migration.fromVersion()) {
            throw misplaced(
                    before,
                    migration.sequence(),
                    migration.from() + " of version " + migration.fromVersion(),
                    "the order",
                    before.status() + " of version " + before.version());
        }
        return before.toBuilder()
                .version(migration.toVersion())
                .status(migration.to(), before.since(), doneStatuses.contains(migration.to()))
                .trail(before.trail().then(Migration.EVENT, migration.to(), migration.at()))
                .sequence(migration.sequence())
                .build();
    }

    private Order moveCase(Order before, TransitionEntry entry, CaseRef ref) {
        Evolution evolution = cases.get(ref.type());
        if (evolution == null) {
            throw new IllegalArgumentException("order " + before.number() + " has a case of kind " + ref.type()
                    + ", which " + workflow + " does not define");
        }
        OrderCase old = before.findCase(ref.id()).orElse(null);
        if (old == null && (entry.from() != null || ref.id() != before.cases().size() + 1)) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " of order " + before.number()
                    + " moves case " + ref.id() + ", which was never opened");
        }
        if (old != null && !(old.status().equals(entry.from()) && old.ref().equals(ref))) {
            throw misplaced(
                    before, entry.sequence(), entry.from(), "case " + old.ref().id(), old.status());
        }
        List<OrderCase> all = new ArrayList<>(before.cases());
        boolean isFlow = workflow.caseType(ref.type()).map(CaseType::isFlow).orElse(false);
        OrderCase moved = evolution
                .applyToPart(before.number(), old, isFlow ? Data.EMPTY : entry.data(), entry, ref)
                .withFlow(isFlow);
        if (old == null) {
            all.add(moved);
        } else {
            all.set(all.indexOf(old), moved);
        }
        OrderBuilder after = before.toBuilder().cases(List.copyOf(all));
        if (isFlow) {
            Data fields = before.fields().with(entry.data());
            after.fields(fields).items(items(before, entry)).parcels(parcels(before.parcels(), entry, fields));
        }
        return after.sequence(entry.sequence()).build();
    }

    private OrderCase applyToPart(
            String number, @Nullable OrderCase before, Data given, TransitionEntry entry, CaseRef ref) {
        boolean open = !doneStatuses.contains(entry.to());
        if (before == null) {
            StatusTrail trail = StatusTrail.start(entry.event(), entry.to(), entry.at());
            return OrderCase.of(ref, number, trail).withFields(given).withOpen(open);
        }
        Instant since = entry.to().equals(before.status()) ? before.since() : entry.at();
        StatusTrail trail = before.trail().then(entry.event(), entry.to(), entry.at());
        return OrderCase.of(ref, number, trail)
                .withSince(since)
                .withFields(before.fields().with(given))
                .withOpen(open);
    }

    private List<Parcel> parcels(List<Parcel> before, TransitionEntry entry, Data known) {
        List<Parcel> named = named(before, entry.data(), known);
        ParcelFields which = workflow.parcels();
        Object number = which == null || !entry.parcel() ? null : known.get(which.number());
        return number == null
                ? named
                : named.stream()
                        .map(p -> p.trackingNumber().equals(number) ? p.withMore(entry.items()) : p)
                        .toList();
    }

    /** Parcels with the one that is named by what was given now. */
    private List<Parcel> named(List<Parcel> before, Data given, Data known) {
        ParcelFields which = workflow.parcels();
        if (which == null || !concerns(which, given) || !(known.get(which.number()) instanceof String number)) {
            return before;
        }
        String carrier = which.defaultCarrier();
        if (which.carrier() != null && known.get(which.carrier()) instanceof String named) {
            carrier = named;
        }
        String link = carrier == null || DOT_SEGMENTS.contains(number)
                ? null
                : workflow.carrier(carrier).map(c -> c.linkTo(number)).orElse(null);
        List<Parcel> after = new ArrayList<>(before);
        Map<String, Integer> contents = Map.of();
        for (Parcel parcel : before) {
            if (parcel.trackingNumber().equals(number)) {
                after.remove(parcel);
                contents = parcel.contents();
            }
        }
        after.add(Parcel.of(number).withCarrier(carrier).withLink(link).withContents(contents));
        return List.copyOf(after);
    }

    /** A carrier that is named later than the number belongs to the parcel of that number. */
    private static boolean concerns(ParcelFields which, Data given) {
        return given.has(which.number()) || (which.carrier() != null && given.has(which.carrier()));
    }

    /** Every event of an order, of its flows and of its open cases that can fire by itself, earliest first. */
    public List<Deadline> deadlines(Order order) {
        List<Deadline> own = timetable.deadlines(order, null);
        if (order.cases().isEmpty() && own.size() < 2) {
            return own;
        }
        List<Deadline> deadlines = new ArrayList<>(own);
        for (OrderCase aCase : order.cases()) {
            Evolution evolution = cases.get(aCase.ref().type());
            if (isLive(aCase) && evolution != null) {
                deadlines.addAll(evolution.timetable.deadlines(PartView.of(order, aCase), aCase.ref()));
            }
        }
        deadlines.sort(Comparator.comparing(Deadline::at));
        return deadlines;
    }

    /** Whether its deadlines count: those of a case end with it, those of a flow are as the order's own. */
    private static boolean isLive(OrderCase part) {
        return part.open() || part.isFlow();
    }

    private @Nullable Instant due(Order order) {
        Instant due = timetable.overdueAt(order);
        for (OrderCase aCase : order.cases()) {
            Evolution evolution = cases.get(aCase.ref().type());
            Instant own = isLive(aCase) && evolution != null
                    ? evolution.timetable.overdueAt(PartView.of(order, aCase))
                    : null;
            due = due == null || (own != null && own.isBefore(due)) ? own : due;
        }
        return due;
    }

    private Order scheduled(Order order) {
        List<Deadline> deadlines = deadlines(order);
        Deadline next = deadlines.isEmpty() ? null : deadlines.get(0);
        Instant due = due(order);
        if (next == null && due == null && order.deadline() == null && order.overdueAt() == null) {
            return order;
        }
        return order.toBuilder().schedule(next, due).sequence(order.sequence()).build();
    }
}
