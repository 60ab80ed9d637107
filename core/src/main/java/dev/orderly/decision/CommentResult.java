package dev.orderly.decision;

/** The answer to a comment on an order, or to a change of its notification preference. */
public sealed interface CommentResult permits Recorded, Rejected {}
