package dev.orderly.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A channel that keeps the messages that it accepts, and can be out of order. */
final class Mailbox implements Channel {

    private final List<Notification> taken = new ArrayList<>();
    private volatile boolean isDown;
    private volatile int tries;
    private volatile Predicate<Notification> poison = n -> false;

    void goDown() {
        isDown = true;
    }

    void comeBack() {
        isDown = false;
    }

    /** Has the channel refuse some for good. */
    void refuse(Predicate<Notification> which) {
        poison = which;
    }

    @Override
    public synchronized void send(Notification notification) {
        tries++;
        if (isDown) {
            throw DeliveryException.temporary("the server does not answer", null);
        }
        if (poison.test(notification)) {
            throw DeliveryException.permanent("no such mailbox", null);
        }
        taken.add(notification);
    }

    int tries() {
        return tries;
    }

    synchronized List<String> ids() {
        return taken.stream().map(Notification::id).toList();
    }

    synchronized List<Notification> taken() {
        return List.copyOf(taken);
    }
}
