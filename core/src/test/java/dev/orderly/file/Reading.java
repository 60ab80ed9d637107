package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Workflow;
import java.util.List;

/** Reads texts for tests. */
final class Reading {

    private Reading() {}

    /** A workflow in which there is nothing wrong, for a mistake to be planted in. */
    static final String SHOP = """
            workflow: shop
            version: 1
            fields:
              delivery: { type: choice, of: [courier, pickup] }
              note: { type: text }
            statuses:
              new: {}
              sent: { label: { en: Sent } }
              done: { done: true }
            transitions:
              - { on: place, to: new, by: customer, needs: delivery }
              - { on: ship, from: new, to: sent, when: { delivery: courier }, takes: note }
              - { on: hand-over, from: new, to: done, when: { delivery: pickup } }
              - { on: deliver, from: sent, to: done }
            suppress:
              - { code: missing-text, because: the house has no labels }
            """;

    /** What is wrong with the shop once a part of its text is replaced, each problem in one line. */
    static List<String> shopWith(String part, String replacement) {
        assertThat(SHOP).contains(part);
        return problems("shop.yaml", SHOP.replace(part, replacement));
    }

    /** What is wrong with a text, each problem in one line. */
    static List<String> problems(String name, String text) {
        return lines(WorkflowFiles.read(name, text));
    }

    static List<String> lines(WorkflowReading reading) {
        return reading.problems().stream().map(FileProblem::toString).toList();
    }

    /** The workflow that a text describes, whether the checker likes it or not, as long as its shape is right. */
    static Workflow unchecked(String name, String text) {
        FileProblems problems = new FileProblems();
        Node root = NodeParser.parse(new Source(name, text, null), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
        assertThat(problems.sorted()).isEmpty();
        Workflow workflow = new WorkflowReader(problems, new SourceMap(root)).read(root);
        assertThat(problems.sorted()).isEmpty();
        return workflow;
    }
}
