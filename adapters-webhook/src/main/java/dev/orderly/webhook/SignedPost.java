package dev.orderly.webhook;

import dev.orderly.notification.DeliveryException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends signed calls; the failure of a call is temporary or permanent. Thread-safe. */
final class SignedPost {

    /** The temporary statuses below 500: request timeout, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    SignedPost(HttpClient client, Duration timeout, Clock clock) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client of a webhook must not follow redirects, for whoever answers"
                    + " could send the call anywhere: use Redirect.NEVER");
        }
        this.client = client;
        this.timeout = timeout;
        this.clock = clock;
    }

    static HttpClient defaultClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Sends an event; returns when the endpoint has taken it. */
    void send(WebhookEndpoint endpoint, CloudEvent event) {
        EndpointReply answer = new EndpointReply();
        CompletableFuture<HttpResponse<Void>> call = client.sendAsync(request(endpoint, event), answer);
        try {
            call.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            requireHead(answer, endpoint + " did not answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            requireHead(answer, endpoint + " could not be reached: " + reason(e), e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw DeliveryException.temporary("the call of " + endpoint + " was interrupted", e);
        }
        answer.head().ifPresent(head -> judge(endpoint, head));
    }

    private HttpRequest request(WebhookEndpoint endpoint, CloudEvent event) {
        byte[] body = event.json();
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(endpoint.url())
                .header("content-type", CloudEvent.MEDIA_TYPE)
                .header("user-agent", "Orderly")
                .header(Signature.ID, event.id())
                .header(Signature.TIMESTAMP, Long.toString(timestamp))
                .header(Signature.SIGNATURE, Signature.by(endpoint.secrets(), event.id(), timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Where the head of an answer came, it counts, whatever became of the body. */
    private static void requireHead(EndpointReply answer, String problem, Exception cause) {
        if (answer.head().isEmpty()) {
            throw DeliveryException.temporary(problem, cause);
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause();
        return cause == null ? "ExecutionException" : cause.getClass().getSimpleName();
    }

    private static void judge(WebhookEndpoint endpoint, HttpResponse.ResponseInfo head) {
        int status = head.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String problem = endpoint + " answered " + status;
        if (status >= 500 || PASSING.contains(status)) {
            throw DeliveryException.temporary(problem, null);
        }
        throw DeliveryException.permanent(
                status >= 300 && status < 400
                        ? problem + ", a redirect, and those are not followed: enter the new URL"
                        : problem,
                null);
    }
}
