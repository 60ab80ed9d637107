package dev.orderly.decision;

/** The answer to somebody who wants to say something about an order, and not to move it. */
public sealed interface CommentResult permits Recorded, Rejected {}
