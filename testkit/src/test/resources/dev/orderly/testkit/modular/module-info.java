/** The tests of a shop, as a module. */
open module stall {
    requires dev.orderly.testkit;
    requires org.junit.jupiter.api;
    requires org.junit.platform.launcher;
}
