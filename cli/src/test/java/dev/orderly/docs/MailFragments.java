package dev.orderly.docs;

import java.util.List;

/** What the page on mails leaves out around its pieces of code, by how the pieces begin. */
final class MailFragments {

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

    private MailFragments() {}

    /** What a piece of the page is to be compiled in. */
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
                throw new IllegalArgumentException("the page on mails has a piece of code that begins with \"" + start
                        + "\": say here what it supposes");
        };
    }
}
