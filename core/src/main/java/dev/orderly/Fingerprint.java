package dev.orderly;

import dev.orderly.decision.Request;
import dev.orderly.order.Chain;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was asked, in a form that shows whether two requests under one id are the same. */
final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint of a request; its time is left out, for a repeated request may be sent later. */
    static String of(String subject, Request request) {
        String data = request.data().asMap().entrySet().stream()
                .map(e -> part(e.getKey()) + part(e.getValue().toString()))
                .collect(Collectors.joining());
        return sha256(part(subject)
                + part(request.event())
                + part(request.actor().role())
                + part(Objects.toString(request.comment(), ""))
                + data);
    }

    /** The fingerprint of a comment. */
    static String of(CommentRequest request) {
        String files = request.uploads().stream()
                .map(u -> part(u.name()) + Chain.sha256(u.content()))
                .collect(Collectors.joining());
        return sha256(part("comment") + part(request.actor().role()) + part(request.text()) + files);
    }

    private static String part(String text) {
        return text.length() + ":" + text;
    }

    private static String sha256(String text) {
        return Chain.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
