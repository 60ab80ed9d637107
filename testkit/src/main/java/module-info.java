/**
 * The test kit of Orderly: scenarios and properties for a shop's own workflow, and the contracts that every store and
 * every engine must pass.
 */
module dev.orderly.testkit {
    requires transitive net.jqwik.api;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires transitive dev.orderly.core;
    requires static transitive org.jspecify;

    exports dev.orderly.testkit;
    exports dev.orderly.testkit.engine;
    exports dev.orderly.testkit.jqwik;
    exports dev.orderly.testkit.store;

    // the tests of the contracts are package-private, and JUnit calls them
    opens dev.orderly.testkit.engine to
            org.junit.platform.commons;
    opens dev.orderly.testkit.store to
            org.junit.platform.commons;
    // to all: jqwik's engine calls the properties, and is no module that the kit requires
    opens dev.orderly.testkit.jqwik;
}
