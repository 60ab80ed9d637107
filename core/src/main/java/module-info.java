/**
 * The core of Orderly: workflows and their files, deciding, the activity log, the ports to stores and channels, and the
 * facade {@link dev.orderly.Orders} over all of it.
 */
module dev.orderly.core {
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;

    exports dev.orderly;
    exports dev.orderly.check;
    exports dev.orderly.conversation;
    exports dev.orderly.decision;
    exports dev.orderly.diagram;
    exports dev.orderly.file;
    exports dev.orderly.notification;
    exports dev.orderly.order;
    exports dev.orderly.store;
    exports dev.orderly.view;
    exports dev.orderly.workflow;
}
