/** Notifications as signed calls over HTTP, and by way of those to phones. */
module dev.orderly.webhook {
    requires tools.jackson.databind;
    requires transitive dev.orderly.core;
    requires transitive java.net.http;
    requires static transitive org.jspecify;

    exports dev.orderly.webhook;
}
