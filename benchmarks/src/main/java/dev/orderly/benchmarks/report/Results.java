package dev.orderly.benchmarks.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page is made of, kept beside it, so that a section can be measured again without the others.
 *
 * @param quick whether they were measured in a hurry
 * @param machine the machine and the versions on which all of them were measured
 * @param sections what is known, in no particular order
 */
public record Results(boolean quick, Map<String, String> machine, List<Result> sections) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Results {
        sections = List.copyOf(sections);
    }

    /** What the file holds, if there is one and it was measured on this machine, with these versions and this care. */
    public static Results of(Path file, boolean quick, Map<String, String> machine) {
        Results nothing = new Results(quick, machine, List.of());
        if (!Files.exists(file)) {
            return nothing;
        }
        Results kept = read(file);
        return kept.quick == quick && kept.machine.equals(machine) ? kept : nothing;
    }

    /** What the file holds. */
    public static Results read(Path file) {
        return JSON.readValue(file.toFile(), Results.class);
    }

    /** The same with this section, in the place of what was known of it. */
    public Results with(Result section) {
        List<Result> all = new ArrayList<>(sections);
        all.removeIf(known -> known.name().equals(section.name()));
        all.add(section);
        return new Results(quick, machine, all);
    }

    /** Keeps them. */
    public void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }
}
