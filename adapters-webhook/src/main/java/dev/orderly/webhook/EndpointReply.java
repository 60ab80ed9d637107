package dev.orderly.webhook;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The status that an endpoint answers with. The body is not used; it is read up to a limit, so that the connection can be
 * used again, and thrown away.
 */
final class EndpointReply implements HttpResponse.BodyHandler<Void>, BodySubscriber<Void> {

    private static final int LIMIT = 64 << 10;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile HttpResponse.@Nullable ResponseInfo head;
    private volatile @Nullable Subscription subscription;
    private long read;

    /** The head of the answer, if it came, although the body may not have ended. */
    Optional<HttpResponse.ResponseInfo> head() {
        return Optional.ofNullable(head);
    }

    @Override
    public BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
        head = info;
        return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
        }
        Subscription current = subscription;
        if (read > LIMIT && current != null) {
            current.cancel();
            end.complete(null);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
