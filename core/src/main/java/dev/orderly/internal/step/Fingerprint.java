package dev.orderly.internal.step;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.HashChain;
import dev.orderly.order.Line;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A hash of a request's content, which shows whether two requests with one id are the same. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of a request. Its time is left out, because a repeated request may be sent later. */
    public static String of(String subject, Request request) {
        String data = request.data().asMap().entrySet().stream()
                .map(e -> part(e.getKey()) + part(e.getValue()))
                .collect(Collectors.joining());
        String lines = request.lines().stream().map(Fingerprint::of).collect(Collectors.joining(",", "[", "]"));
        String items = request.items().stream()
                .map(i -> part(i.line()) + i.quantity() + part(i.from()))
                .collect(Collectors.joining(",", "[", "]"));
        Customer customer = request.customer();
        return sha256(part(subject)
                + part(request.event())
                + of(request.actor())
                + part(request.comment())
                + part(customer.email())
                + part(customer.name())
                + part(customer.language())
                + lines
                + items
                + data);
    }

    /** The fingerprint of a comment. */
    public static String of(CommentRequest request) {
        String files = request.uploads().stream()
                .map(u -> part(u.name()) + part(u.mediaType()) + HashChain.sha256(u.content()))
                .collect(Collectors.joining());
        return sha256(part("comment")
                + of(request.actor())
                + part(request.text())
                + part(request.visibility().name())
                + files);
    }

    private static String of(Line line) {
        return part(line.id())
                + part(line.sku())
                + part(line.title())
                + line.quantity()
                + part(line.price())
                + part(line.availableFrom())
                + part(line.imageUrl())
                + part(line.productUrl());
    }

    private static String of(Actor actor) {
        return part(actor.role()) + part(actor.id());
    }

    private static String part(@Nullable Object value) {
        return value == null ? "-" : value.toString().length() + ":" + value;
    }

    private static String sha256(String text) {
        return HashChain.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
