package dev.orderly.cli.demo;

import dev.orderly.workflow.Workflow;

/** Where stories are shown. */
interface Stage {

    /** The stories of a shop begin. */
    void shop(Workflow workflow, String what);

    /** An order's story begins, for this audience. */
    StoryObserver order(Workflow workflow, String number, String story);
}
