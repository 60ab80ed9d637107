package dev.orderly.view;

import dev.orderly.order.Activity;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.StatusTrail;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The view that a role has of the orders of one workflow, in one language. Pages, the API, streams of changes, mails
 * and exports show an order through it, so that all of them show the same. A customer sees coarser statuses where the
 * workflow has them; of the history the entries that change the status that he sees, his own, those of cases, those
 * that notify him, and comments that are not internal; and the data of his own transitions and of those that notify
 * him. Immutable.
 */
public final class RoleView {

    /** The kinds of entries that say how the shop works, and nothing else. */
    private static final Set<ActivityKind> INTERNAL = EnumSet.of(ActivityKind.MIGRATION, ActivityKind.ERASURE);

    private final Workflow workflow;
    private final String role;
    private final String language;
    private final Sight sight;

    private RoleView(Workflow workflow, String role, String language) {
        this.workflow = workflow;
        this.role = role;
        this.language = language;
        sight = Sight.of(workflow, role);
    }

    /**
     * The view of a role.
     *
     * @param workflow the workflow, in the version that the orders follow
     * @param role the role, such as {@code customer}
     * @param language the ISO 639 code of the language; texts that the workflow does not have in it are in English,
     *     or else in any other language
     */
    public static RoleView of(Workflow workflow, String role, String language) {
        return new RoleView(workflow, role, language);
    }

    /** The workflow. */
    public Workflow workflow() {
        return workflow;
    }

    /** The viewing role. */
    public String role() {
        return role;
    }

    /** The ISO 639 code of the language. */
    public String language() {
        return language;
    }

    /** The same role's view of the workflow of a kind of case. */
    public RoleView of(CaseType type) {
        return new RoleView(type.workflow(), role, language);
    }

    /** Whether the role sees how the shop works: internal statuses, all events, the values of fields and deadlines. */
    public boolean seesInternals() {
        return sight.internals();
    }

    /** Whether the role sees the customer's e-mail address, and decides on the customer's notifications. */
    public boolean seesContact() {
        return sight.contact();
    }

    /** Whether the role sees that an event exists: each one, or those that the role itself may fire at some time. */
    public boolean seesEvent(String event) {
        return sight.internals()
                || workflow.transitions().stream()
                        .anyMatch(transition -> transition.event().equals(event) && transition.allows(role))
                || workflow.flowEvent(event)
                        .map(found -> of(found.flow()).seesEvent(found.event()))
                        .orElse(false);
    }

    /** An order. */
    public VisibleOrder order(Order order) {
        return new VisibleOrder(order, this);
    }

    /**
     * A case of an order.
     *
     * @throws IllegalArgumentException if the workflow has no such kind of case
     */
    public VisibleCase caseOf(OrderCase aCase) {
        String name = aCase.ref().type();
        CaseType type = workflow.caseType(name)
                .orElseThrow(() -> new IllegalArgumentException(workflow + " has no case \"" + name + "\""));
        return new VisibleCase(aCase, text(type.label(), name), of(type));
    }

    /** A customer, without the e-mail address if the role does not see it. */
    public Customer customer(Customer customer) {
        return sight.contact()
                ? customer
                : Customer.UNKNOWN.withName(customer.name()).withLanguage(customer.language());
    }

    /** A status, or the coarser one that the role sees in its place. */
    public VisibleStatus status(String name) {
        Optional<CustomerStatus> coarser = coarser(name);
        if (coarser.isPresent()) {
            CustomerStatus shown = coarser.get();
            return new VisibleStatus(
                    shown.name(),
                    text(shown.label(), shown.name()),
                    shown.note().textOr(language, ""));
        }
        return new VisibleStatus(
                name,
                workflow.statusLabel(name, language),
                workflow.status(name).map(Status::note).orElse(LocalText.EMPTY).textOr(language, ""));
    }

    /** The names of the statuses that the role sees under a name; empty if there is none. */
    public Set<String> statusesShownAs(String name) {
        return workflow.statuses().stream()
                .map(Status::name)
                .filter(status -> shownName(status).equals(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<CustomerStatus> coarser(String status) {
        return sight.internals() ? Optional.empty() : workflow.customerStatus(status);
    }

    private String shownName(String status) {
        return coarser(status).map(CustomerStatus::name).orElse(status);
    }

    /** The stays in one status after another, earliest first. */
    public List<VisibleStay> stays(StatusTrail trail) {
        List<VisibleStay> stays = new ArrayList<>();
        for (StatusTrail.Stay stay : trail.stays()) {
            VisibleStatus status = status(stay.status());
            int last = stays.size() - 1;
            boolean goesOn = last >= 0 && stays.get(last).status().name().equals(status.name());
            Instant reached = goesOn ? stays.remove(last).reached() : stay.entered();
            stays.add(new VisibleStay(status, reached, stay.left()));
        }
        return stays;
    }

    /** The entries of a history that the role sees, earliest first. */
    public List<VisibleEntry> entries(History history) {
        return history.activities().stream()
                .filter(this::sees)
                .map(this::visible)
                .toList();
    }

    /** An entry of a history; empty if the role does not see it. */
    public Optional<VisibleEntry> entry(Activity activity) {
        return sees(activity) ? Optional.of(visible(activity)) : Optional.empty();
    }

    /**
     * An entry that a notification to the role is about. That a transition notifies the role shows it the entry with its
     * data; empty for a comment that the role does not see.
     */
    public Optional<VisibleEntry> notified(Activity activity) {
        boolean isKept = activity instanceof Comment && !sees(activity);
        return isKept ? Optional.empty() : Optional.of(new VisibleEntry(activity, viewOf(activity), true));
    }

    /** A file that came with a comment, by the SHA-256 of its bytes; empty if the role sees no such comment. */
    public Optional<Attachment> attachment(History history, String sha256) {
        return entries(history).stream()
                .flatMap(entry -> entry.attachments().stream())
                .filter(file -> file.sha256().equals(sha256))
                .findFirst();
    }

    private VisibleEntry visible(Activity activity) {
        RoleView view = viewOf(activity);
        boolean seesData = activity instanceof TransitionEntry step && view.seesDataOf(step);
        return new VisibleEntry(activity, view, seesData);
    }

    private RoleView viewOf(Activity activity) {
        CaseRef ref = activity instanceof TransitionEntry step ? step.caseRef() : null;
        return ref == null ? this : workflow.caseType(ref.type()).map(this::of).orElse(this);
    }

    private boolean sees(Activity activity) {
        if (activity instanceof Comment comment) {
            return sight.internalComments() || comment.visibility() == Visibility.EVERYONE;
        }
        if (sight.internals()) {
            return true;
        }
        return activity instanceof TransitionEntry step ? concerns(step) : !INTERNAL.contains(activity.kind());
    }

    private boolean concerns(TransitionEntry step) {
        return step.caseRef() != null
                || step.from() == null
                || !shownName(step.from()).equals(shownName(step.to()))
                || !step.items().isEmpty()
                || isOwn(step)
                || notifies(step);
    }

    boolean isOwn(Activity activity) {
        return activity.actor().role().equals(role);
    }

    /** Of a step of a case, ask the view of that case. */
    private boolean seesDataOf(TransitionEntry step) {
        return sight.internals() || isOwn(step) || notifies(step);
    }

    /** Where several transitions may have made the step, it notifies the role only if each of them does. */
    private boolean notifies(TransitionEntry step) {
        List<Transition> candidates = workflow.transitions().stream()
                .filter(transition -> mayHaveMade(transition, step))
                .toList();
        return !candidates.isEmpty()
                && candidates.stream()
                        .allMatch(transition -> transition.notifications().stream()
                                .anyMatch(rule -> rule.to().equals(role)));
    }

    private static boolean mayHaveMade(Transition transition, TransitionEntry step) {
        String from = step.from();
        boolean begins =
                from == null ? transition.isInitial() : transition.from().contains(from);
        return begins
                && transition.event().equals(step.event())
                && transition.target(from == null ? "" : from).equals(step.to())
                && transition.allows(step.actor().role());
    }

    /** What people call an event. */
    public String eventLabel(String event) {
        return workflow.eventLabel(event, language);
    }

    /** The item statuses that units can be in, in the order in which people list them; empty where they are not looked at. */
    public List<String> itemStatuses() {
        ItemRules items = workflow.items();
        return items == null
                ? List.of()
                : items.statuses().stream().map(Status::name).toList();
    }

    /** What people call an item status. */
    public String itemStatusLabel(String status) {
        return workflow.itemStatusLabel(status, language);
    }

    /** What people call a carrier; the carrier's own name where the workflow does not know it. */
    public String carrierLabel(String carrier) {
        return workflow.carrier(carrier).map(known -> known.label()).orElse(carrier);
    }

    /** A text of the workflow in the view's language, or else the given one. */
    public String text(LocalText text, String otherwise) {
        return text.textOr(language, otherwise);
    }
}
