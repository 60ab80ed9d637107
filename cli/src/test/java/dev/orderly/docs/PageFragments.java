package dev.orderly.docs;

import java.util.List;

/** The imports and variables that the pages on mails and webhooks leave out around their pieces of code. */
final class PageFragments {

    private static final List<String> IMPORTS = List.of(
            "java.nio.file.Path",
            "java.util.Optional",
            "dev.orderly.*",
            "dev.orderly.mail.*",
            "dev.orderly.mail.inbound.*",
            "dev.orderly.mail.template.*",
            "dev.orderly.notification.*",
            "dev.orderly.order.Order",
            "dev.orderly.store.OrderStore",
            "dev.orderly.webhook.*",
            "dev.orderly.workflow.Workflow");

    private PageFragments() {}

    /** The code around a piece, by the word that the piece begins with. */
    static SnippetRunner.Surroundings surroundings(Snippet snippet) {
        return new SnippetRunner.Surroundings(IMPORTS, supposed(snippet));
    }

    private static String supposed(Snippet snippet) {
        String start = snippet.code().split(" ", 2)[0];
        return switch (start) {
            case "MessageTexts" -> "Links links; Workflow workflow; String password; OrderStore store;";
            case "WebhookChannel" ->
                "interface Sellers { Optional<WebhookEndpoint> endpointOf(Order order); }"
                        + " Sellers sellers; String secret;";
            case "SmsChannel" -> "WebhookSecret secret;";
            case "ReplyTokens" -> "byte[] key; Orders orders; String password;";
            default ->
                throw new IllegalArgumentException(
                        "a page has a piece of code that begins with \"" + start + "\": say here what it supposes");
        };
    }
}
