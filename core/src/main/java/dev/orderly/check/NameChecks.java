package dev.orderly.check;

import dev.orderly.check.DefinedNames.Kind;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Finds names that nothing declares, everywhere but in transitions. */
final class NameChecks {

    private final Workflow workflow;
    private final DefinedNames names;
    private final ProblemCollector problems;

    NameChecks(Workflow workflow, DefinedNames names, ProblemCollector problems) {
        this.workflow = workflow;
        this.names = names;
        this.problems = problems;
    }

    void run() {
        for (Status status : workflow.statuses()) {
            String path = "statuses/" + status.name();
            names.expect(Kind.CUSTOMER_STATUS, status.shownAs(), path + "/shown-as", problems);
            TimeLimitChecks.check(status.due(), names, path + "/due", problems);
        }
        for (EventLabel label : workflow.events()) {
            names.expect(Kind.EVENT, label.event(), "events/" + label.event(), problems);
        }
        for (int i = 0; i < workflow.never().size(); i++) {
            rule(workflow.never().get(i), "never/" + i);
        }
        for (CaseType type : workflow.cases()) {
            names.expect(Kind.STATUS, type.openIn(), "cases/" + type.name() + "/open-in", problems);
        }
        parcels(workflow.parcels());
        if (workflow.conversation() != null) {
            names.expect(Kind.ROLE, workflow.conversation().between(), "conversation/between", problems);
        }
    }

    private void rule(NeverRule rule, String path) {
        boolean ofFlow = workflow.flowEvent(rule.reach())
                .filter(status ->
                        status.flow().workflow().status(status.event()).isPresent())
                .isPresent();
        if (!ofFlow) {
            names.expect(Kind.STATUS, rule.reach(), path + "/reach", problems);
        }
        names.expect(Kind.EVENT, rule.without(), path + "/without", problems);
        names.expect(Kind.EVENT, rule.after(), path + "/after", problems);
        for (ItemCondition test : rule.whenItems()) {
            names.expect(Kind.ITEM_STATUS, test.statuses(), path + "/when-items", problems);
        }
        ConditionChecks.check(rule.whenFields(), names, path + "/when", problems);
    }

    private void parcels(@Nullable ParcelFields parcels) {
        if (parcels == null) {
            return;
        }
        parcelField(parcels.number(), "parcels/number", "a tracking number is a text");
        if (parcels.carrier() != null) {
            parcelField(parcels.carrier(), "parcels/carrier", "a carrier's name is a text or a choice");
        }
        names.expect(Kind.CARRIER, parcels.defaultCarrier(), "parcels/default-carrier", problems);
    }

    private void parcelField(String name, String path, String expectation) {
        names.expect(Kind.FIELD, name, path, problems);
        Field field = names.field(name);
        boolean choiceFits = path.endsWith("carrier");
        if (field != null && field.type() != FieldType.TEXT && !(choiceFits && field.type() == FieldType.CHOICE)) {
            problems.add(
                    ProblemCode.WRONG_CONDITION,
                    path,
                    "field " + field.name() + " has type " + field.type().code() + ": " + expectation);
        }
    }
}
