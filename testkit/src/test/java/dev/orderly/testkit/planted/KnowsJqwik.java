package dev.orderly.testkit.planted;

import net.jqwik.api.Property;

/** Breaks the rule in the least visible way: by an annotation alone. */
final class KnowsJqwik {

    @Property
    void anything() {}
}
