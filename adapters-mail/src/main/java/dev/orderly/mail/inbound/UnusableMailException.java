package dev.orderly.mail.inbound;

import dev.orderly.mail.inbound.ReplyOutcome.Obstacle;

/** A mail cannot become a comment, which shows only while it is read. */
final class UnusableMailException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;

    UnusableMailException(Obstacle obstacle) {
        super(obstacle.name(), null, false, false);
        this.obstacle = obstacle;
    }

    Obstacle obstacle() {
        return obstacle;
    }
}
