package dev.orderly.decision;

/** The answer to a request that does not move an order: a comment, or notifications turned off or on. */
public sealed interface CommentResult permits Recorded, Rejected {}
