package dev.orderly.architecture.planted.workflow;

import java.util.UUID;

/** Breaks a rule on purpose. */
record MakesAnId() {
    UUID id() {
        return UUID.randomUUID();
    }
}
