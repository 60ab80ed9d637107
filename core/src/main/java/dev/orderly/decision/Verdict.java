package dev.orderly.decision;

/** What an engine says to a request: which transition it takes, or why none. */
public sealed interface Verdict permits Allowed, Rejected {}
