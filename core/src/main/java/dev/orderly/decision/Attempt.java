package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderedItem;
import dev.orderly.workflow.StepFacts;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.WrittenFields;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order as it would be with a request's data and what a transition writes: what the conditions of a transition look at. */
final class Attempt implements StepFacts {

    private final OrderView order;
    private final Request request;
    private final Input input;
    private final WorkCalendar calendar;
    private final @Nullable ItemSelection selection;
    private final ItemCounts items;
    private final WrittenFields written;

    Attempt(OrderView order, Request request, Input input, WorkCalendar calendar) {
        this(order, request, input, calendar, null, WrittenFields.NOTHING);
    }

    private Attempt(
            OrderView order,
            Request request,
            Input input,
            WorkCalendar calendar,
            @Nullable ItemSelection selection,
            WrittenFields written) {
        this.order = order;
        this.request = request;
        this.input = input;
        this.calendar = calendar;
        this.selection = selection;
        this.items = selection == null ? order.items() : order.items().after(selection.moves());
        this.written = written;
    }

    /** The same by a transition that moves units. */
    Attempt moving(ItemMove move) {
        return new Attempt(
                order, request, input, calendar, ItemSelection.of(move, order, request.items()), WrittenFields.NOTHING);
    }

    /** The same by a transition that writes into fields. */
    Attempt writing(WrittenFields fields) {
        return new Attempt(order, request, input, calendar, selection, fields);
    }

    /** The same order with other data, before any transition. */
    Attempt giving(Data data) {
        return new Attempt(order, request, new Input(data, Map.of()), calendar);
    }

    /** What the transition writes. */
    WrittenFields written() {
        return written;
    }

    /** Whether a field would have another value than the order has now. */
    boolean isChanged(String field) {
        return !Objects.equals(field(field), order.field(field));
    }

    /** The request's data and what the transition writes: what becomes of the order's fields. */
    Data outcome() {
        return written.data().isEmpty() ? input.data() : input.data().with(written.data());
    }

    /** The units that it moves; null where the transition moves none. */
    @Nullable
    ItemSelection selection() {
        return selection;
    }

    OrderView order() {
        return order;
    }

    Request request() {
        return request;
    }

    Input input() {
        return input;
    }

    Data data() {
        return input.data();
    }

    Actor actor() {
        return request.actor();
    }

    @Override
    public String event() {
        return request.event();
    }

    @Override
    public Instant at() {
        return request.at();
    }

    @Override
    public WorkCalendar calendar() {
        return calendar;
    }

    @Override
    public boolean gives(String field) {
        return input.gives(field) || written.fields().contains(field);
    }

    @Override
    public boolean hasOpenCase() {
        return order.hasOpenCase();
    }

    @Override
    public @Nullable String flowStatus(String flow) {
        return order.flowStatus(flow);
    }

    @Override
    public List<Line> lines() {
        if (selection == null) {
            return order.lines();
        }
        Set<String> moving = new HashSet<>();
        selection.moves().forEach(move -> moving.add(move.line()));
        return order.lines().stream().filter(line -> moving.contains(line.id())).toList();
    }

    @Override
    public @Nullable Money total() {
        return OrderedItem.totalOf(order.lines());
    }

    @Override
    public ItemCounts items() {
        return items;
    }

    @Override
    public String number() {
        return order.number();
    }

    @Override
    public Instant since() {
        return order.since();
    }

    @Override
    public @Nullable Object field(String name) {
        Object after = written.data().get(name);
        if (after != null) {
            return after;
        }
        Object given = input.data().get(name);
        return given == null ? order.field(name) : given;
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return order.timeOf(event);
    }
}
