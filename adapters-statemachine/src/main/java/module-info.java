/** Spring Statemachine as an engine, and the import of its definitions and of its live machines. */
module dev.orderly.statemachine {
    requires org.slf4j;
    requires reactor.core;
    requires spring.beans;
    requires spring.core;
    requires transitive spring.messaging;
    requires transitive dev.orderly.core;
    requires transitive spring.statemachine.core;
    requires static transitive org.jspecify;

    exports dev.orderly.statemachine;
    exports dev.orderly.statemachine.definition;
}
