/** A shop that needs nothing but the core. */
module corner {
    requires dev.orderly.core;
}
