package dev.orderly.architecture.planted.workflow;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Breaks a rule on purpose. */
record AsksADate() {
    LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
