package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TimeSpan;
import org.jspecify.annotations.Nullable;

/** Judges limits: that what they count from is known and can be counted. */
final class TimeLimitChecks {

    private TimeLimitChecks() {}

    static void check(@Nullable TimeLimit limit, DefinedNames names, String path, ProblemCollector problems) {
        if (limit == null) {
            return;
        }
        if (limit.before() != null) {
            names.expect(DefinedNames.Kind.EVENT, limit.before().event(), path + "/before", problems);
        }
        names.expect(DefinedNames.Kind.EVENT, limit.of(), path + "/of", problems);
        if (limit.span() instanceof TimeSpan.DaysIn days) {
            checkField(days.field(), false, names, path + "/time", problems);
        }
        if (limit.dateField() != null) {
            checkField(limit.dateField(), true, names, path + "/dated-by", problems);
        }
    }

    private static void checkField(
            String name, boolean dated, DefinedNames names, String path, ProblemCollector problems) {
        names.expect(DefinedNames.Kind.FIELD, name, path, problems);
        Field field = names.field(name);
        if (field == null) {
            return;
        }
        String type = "field " + field.name() + " has type " + field.type().code();
        if (dated && field.type() != FieldType.DATE && field.type() != FieldType.INSTANT) {
            problems.add(ProblemCode.WRONG_CONDITION, path, type + ": a limit is dated by a date or an instant");
        }
        if (!dated && field.type() != FieldType.NUMBER) {
            problems.add(ProblemCode.WRONG_CONDITION, path, type + ": a limit counts the days in a number");
        }
    }
}
