package dev.orderly.http;

import dev.orderly.http.lookup.Lookup;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers lookups; those that find nothing after a constant time, so that the duration reveals nothing. */
final class ConstantTimeLookup {

    /** Many times the duration of a lookup. */
    private static final long ANSWER_AFTER_NANOS = 200_000_000;

    private final Lookup lookup;
    private final ClientAddress clientAddress;
    private final HttpListener listener;

    ConstantTimeLookup(Lookup lookup, ClientAddress clientAddress, HttpListener listener) {
        this.lookup = lookup;
        this.clientAddress = clientAddress;
        this.listener = listener;
    }

    void find(HttpServletRequest request, String number, String email, Consumer<Lookup.Answer> reply) {
        find(request, number, email, answer -> answer, reply);
    }

    /** The same for a reply that is made on the calling thread, while the request can still be read. */
    <T> void find(
            HttpServletRequest request,
            String number,
            String email,
            Function<Lookup.Answer, T> making,
            Consumer<T> reply) {
        long start = System.nanoTime();
        Lookup.Answer answer = lookup.find(number, email, clientAddress.of(request));
        listener.lookedUp(result(answer));
        T made = making.apply(answer);
        if (answer instanceof Lookup.Unknown) {
            // to the nanosecond: rounding would show in the duration which fraction of a millisecond the lookup took
            long left = ANSWER_AFTER_NANOS - (System.nanoTime() - start);
            Executor later = CompletableFuture.delayedExecutor(Math.max(0, left), TimeUnit.NANOSECONDS);
            later.execute(() -> reply.accept(made));
        } else {
            reply.accept(made);
        }
    }

    private static HttpListener.LookupResult result(Lookup.Answer answer) {
        if (answer instanceof Lookup.Found) {
            return HttpListener.LookupResult.FOUND;
        }
        return answer instanceof Lookup.TooMany
                ? HttpListener.LookupResult.TOO_MANY
                : HttpListener.LookupResult.UNKNOWN;
    }
}
