package dev.orderly.jdbc;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;

/** Works in the transaction that the caller has open at that moment, and in one of its own where there is none. */
final class GuestSession implements Session {

    private final Supplier<Optional<Connection>> transaction;
    private final Failures failures;
    private final Session own;

    GuestSession(Supplier<Optional<Connection>> transaction, Failures failures, Session own) {
        this.transaction = transaction;
        this.failures = failures;
        this.own = own;
    }

    @Override
    public boolean isJoined() {
        return transaction.get().isPresent();
    }

    @Override
    public <T> T read(String what, Work<T> work) {
        return current().read(what, work);
    }

    @Override
    public <T> T once(String what, Work<T> work) {
        return current().once(what, work);
    }

    @Override
    public <T> T whole(String what, Work<T> work) {
        return current().whole(what, work);
    }

    private Session current() {
        return transaction
                .get()
                .<Session>map(open -> new JoinedSession(open, failures))
                .orElse(own);
    }
}
