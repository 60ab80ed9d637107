package dev.orderly.architecture.planted.store;

import org.slf4j.Logger;

/** Breaks a rule on purpose. */
record Logs(Logger log) {}
