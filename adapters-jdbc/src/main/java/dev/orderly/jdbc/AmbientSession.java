package dev.orderly.jdbc;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;

/** A session in the transaction that the caller has open at that moment, or in one of its own where there is none. */
final class AmbientSession implements Session {

    private final Supplier<Optional<Connection>> transaction;
    private final SqlErrors failures;
    private final Session own;

    AmbientSession(Supplier<Optional<Connection>> transaction, SqlErrors failures, Session own) {
        this.transaction = transaction;
        this.failures = failures;
        this.own = own;
    }

    @Override
    public boolean isJoined() {
        return transaction.get().isPresent();
    }

    @Override
    public <T> T read(String what, SqlWork<T> work) {
        return current().read(what, work);
    }

    @Override
    public <T> T single(String what, SqlWork<T> work) {
        return current().single(what, work);
    }

    @Override
    public <T> T inTransaction(String what, SqlWork<T> work) {
        return current().inTransaction(what, work);
    }

    @Override
    public <T> T claiming(String what, SqlWork<T> work) {
        return current().claiming(what, work);
    }

    /** Beside the transaction that may be open. */
    @Override
    public <T> T consistently(String what, SqlWork<T> work) {
        return own.consistently(what, work);
    }

    private Session current() {
        return transaction
                .get()
                .<Session>map(open -> new JoinedSession(open, failures))
                .orElse(own);
    }
}
