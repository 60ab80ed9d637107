package dev.orderly.cli.demo;

import dev.orderly.workflow.Workflow;

/** Shows each order's story as a timeline. */
record Timelines(ColumnPrinter page) implements Stage {

    @Override
    public void shop(Workflow workflow, String what) {
        page.blank();
        page.rule();
        page.headline(workflow.name() + ": " + what);
        page.headline("Times are local, " + workflow.calendar().zone() + ".");
        page.rule();
    }

    @Override
    public StoryObserver order(Workflow workflow, String number, String story) {
        page.blank();
        page.headline("Order " + number + ": " + story);
        return new Timeline(workflow, page);
    }
}
