package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.workflow.Name;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the states or events of a machine are called in its workflow. */
final class NameMapper<T> {

    private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    private final String what;
    private final NamedOptions<T, String> chosen;
    private final List<ImportNote> changes;
    private final Map<T, String> names = new LinkedHashMap<>();
    private final Map<String, T> originals = new LinkedHashMap<>();

    /** Names for a kind of things, which are {@code status} or {@code event}. */
    NameMapper(String what, NamedOptions<T, String> chosen, List<ImportNote> changes) {
        this.what = what;
        this.chosen = chosen;
        this.changes = changes;
    }

    String of(T original) {
        String known = names.get(original);
        return known == null ? add(original) : known;
    }

    private String add(T original) {
        String name = chosen.getOr(original, () -> derived(original));
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException(
                    "\"" + original + "\" cannot be the name of " + article() + ": name it with " + what + "(…)");
        }
        T other = originals.putIfAbsent(name, original);
        if (other != null) {
            throw new IllegalArgumentException("\"" + other + "\" and \"" + original + "\" would both be the " + what
                    + " \"" + name + "\": name one of them with " + what + "(…)");
        }
        names.put(original, name);
        return name;
    }

    private String article() {
        return what.equals("event") ? "an event" : "a " + what;
    }

    private String derived(T original) {
        if (original instanceof Enum<?> constant && hasDouble(constant)) {
            return exact(constant);
        }
        String name = plain(original);
        if (!(original instanceof Enum<?>) && !name.equals(original.toString()) && Name.isValid(name)) {
            changes.add(new ImportNote(
                    Kind.NAME,
                    original.toString(),
                    "the " + what + " is called \"" + name + "\", for a name has letters, digits and single signs"
                            + " between them",
                    "choose another name with " + what + "(…)"));
        }
        return name;
    }

    /** Whether another constant of the same enum has the same name but for letter case. */
    private static boolean hasDouble(Enum<?> constant) {
        return Arrays.stream(constant.getDeclaringClass().getEnumConstants())
                .filter(other -> Name.of((Enum<?>) other).equals(Name.of(constant)))
                .anyMatch(other -> !other.equals(constant));
    }

    private String exact(Enum<?> constant) {
        String name = constant.name().replace('_', '-');
        changes.add(new ImportNote(
                Kind.NAME,
                constant.name(),
                "the " + what + " is called \"" + name + "\", for another constant differs from it only by letter case",
                "choose another name with " + what + "(…)"
                        + (what.equals("event") ? ", and ask for it by ImportedWorkflow.eventOf(…)" : "")));
        return name;
    }

    /** The name of an enum constant; a text as it is where it can be a name, or else the parts of it that can. */
    static String plain(Object original) {
        if (original instanceof Enum<?> constant) {
            return Name.of(constant);
        }
        String text = original.toString();
        return Name.isValid(text)
                ? text
                : ENDS.matcher(FOREIGN.matcher(text).replaceAll("-")).replaceAll("");
    }

    boolean isTaken(String name) {
        return originals.containsKey(name);
    }

    Map<T, String> names() {
        return Collections.unmodifiableMap(names);
    }

    Map<String, T> originals() {
        return Collections.unmodifiableMap(originals);
    }
}
