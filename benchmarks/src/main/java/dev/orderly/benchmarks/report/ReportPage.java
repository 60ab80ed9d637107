package dev.orderly.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the page: what was measured on which machine, with which commands, and whether the goals are met. */
public final class ReportPage {

    private static final String COMMAND = "java -jar benchmarks/target/benchmarks.jar";

    private final StringBuilder out = new StringBuilder();
    private final Function<String, String> notes;
    private final String pictures;

    private ReportPage(Function<String, String> notes, String pictures) {
        this.notes = notes;
        this.pictures = pictures;
    }

    /**
     * The page as Markdown.
     *
     * @param results what it is about
     * @param order the names of the sections, in the order in which they come
     * @param notes what a person has written about a section, by its name; empty for nothing
     * @param pictures the folder of the pictures, as seen from the page
     */
    public static String of(
            Results results, Collection<String> order, Function<String, String> notes, String pictures) {
        ReportPage page = new ReportPage(notes, pictures);
        List<Result> sections = order.stream()
                .flatMap(
                        name -> results.sections().stream().filter(r -> r.name().equals(name)))
                .toList();
        page.head(results, sections);
        page.goals(sections);
        sections.forEach(section -> page.section(section, results.quick()));
        return page.out.toString();
    }

    private void head(Results results, List<Result> sections) {
        out.append("# What Orderly costs\n\nThis page is written by a program. To measure everything again:\n\n");
        command("");
        if (results.quick()) {
            out.append("**These figures are quick ones**, of a few seconds for each (`--quick`). They show that the"
                    + " programs work, and little more.\n\n");
        }
        out.append(
                "Take the ratios, not the times: both sides of a ratio were measured in one run, in turns where"
                        + " that is possible, and other machines differ. [How to read and run it](../benchmarks/README.md).\n\n");
        out.append("| | |\n|---|---|\n");
        for (Map.Entry<String, String> fact : results.machine().entrySet()) {
            row(List.of(fact.getKey(), fact.getValue()));
        }
        List<String> databases = sections.stream()
                .flatMap(section -> section.databases().stream())
                .distinct()
                .sorted()
                .toList();
        if (!databases.isEmpty()) {
            row(List.of("Databases", String.join("; ", databases)));
        }
        row(List.of(
                "Measured",
                sections.stream().map(Result::day).distinct().sorted().collect(Collectors.joining(", "))));
        out.append('\n');
    }

    private void goals(List<Result> sections) {
        List<Goal> all =
                sections.stream().flatMap(section -> section.goals().stream()).toList();
        List<Result> failed = sections.stream().filter(Result::failed).toList();
        if (!failed.isEmpty()) {
            out.append("**Not measured, because it failed:** ")
                    .append(failed.stream().map(ReportPage::link).collect(Collectors.joining(", ")))
                    .append(".\n\n");
        }
        if (all.isEmpty()) {
            return;
        }
        long met = all.stream().filter(Goal::met).count();
        out.append("## Goals\n\n").append(met).append(" of ").append(all.size()).append(" are met.\n\n");
        out.append("| goal | figure | |\n|---|---|---|\n");
        for (Result section : sections) {
            for (Goal goal : section.goals()) {
                String verdict = goal.met() ? "met" : "**not met**: " + link(section);
                row(List.of(goal.what(), goal.figure(), verdict));
            }
        }
        out.append('\n');
    }

    private void section(Result section, boolean quick) {
        out.append("## ").append(section.title()).append("\n\n");
        out.append(section.what().strip()).append("\n\n");
        command((quick ? " --quick" : "") + " --only " + section.name());
        if (section.failed()) {
            out.append("**Failed:**\n\n")
                    .append("    ")
                    .append(section.failure().strip().replace("\n", "\n    "))
                    .append("\n\n");
        }
        section.tables().forEach(this::table);
        for (Result.Picture picture : section.pictures()) {
            out.append("![")
                    .append(picture.title().replaceAll("[\\[\\]]", ""))
                    .append("](")
                    .append(pictures)
                    .append('/')
                    .append(picture.file())
                    .append(")\n\n");
        }
        String note = notes.apply(section.name()).strip();
        if (!note.isEmpty()) {
            out.append(note).append("\n\n");
        }
    }

    private void table(Table table) {
        if (!table.caption().isEmpty()) {
            out.append(table.caption()).append(":\n\n");
        }
        row(table.header());
        out.append("|---".repeat(table.header().size())).append("|\n");
        table.rows().forEach(this::row);
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append(cells.stream()
                        .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    private void command(String options) {
        out.append("```\n").append(COMMAND).append(options).append("\n```\n\n");
    }

    private static String link(Result section) {
        String anchor = section.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
        return "[" + section.title() + "](#" + anchor + ")";
    }
}
