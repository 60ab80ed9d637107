package dev.orderly.spring;

import dev.orderly.jdbc.StartupCheck;
import dev.orderly.mail.Encryption;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties of an application's orders.
 *
 * @param workflow Workflows that orders follow: names of presets, or workflow files such as classpath:shop.yaml. Orders
 *     are placed on the first one unless they name another.
 * @param maxAttachmentSize The largest file that can be attached to a comment.
 * @param chainKeysFile A file with the keys with which the entries of histories are chained, the oldest first: lines of an id
 *     and a secret in Base64.
 * @param answerRetention How long the answers to requests with an id are kept for repetitions of them.
 */
@ConfigurationProperties("orderly")
record OrderlyProperties(
        @DefaultValue List<String> workflow,
        @DefaultValue("10MB") DataSize maxAttachmentSize,
        @Nullable Path chainKeysFile,
        @DefaultValue("28d") Duration answerRetention,
        @DefaultValue Jdbc jdbc,
        @DefaultValue Sweep sweep,
        @DefaultValue Mail mail,
        @DefaultValue Webhook webhook,
        @DefaultValue Http http) {

    /**
     * The tables of the database.
     *
     * @param migrate Whether missing tables are created at the start. If not, a migration tool has to create them.
     * @param guardCheck What is done at the start if keys, checks or triggers of the tables are missing or changed.
     * @param durabilityCheck What is done at the start if the settings of the server can lose commits in a crash.
     */
    record Jdbc(
            @DefaultValue("true") boolean migrate,
            @DefaultValue("refuse") StartupCheck guardCheck,
            @DefaultValue("warn") StartupCheck durabilityCheck) {}

    /**
     * Events that fire by themselves when a deadline expires.
     *
     * @param every The pause between two searches for orders whose deadline has expired. 0 for none.
     */
    record Sweep(@DefaultValue("1m") Duration every) {}

    /**
     * Mails to customers.
     *
     * @param host The host name of the mail server. Without it no mail is sent.
     * @param port The port of the mail server.
     * @param encryption How the connection to the mail server is protected.
     * @param user The user name for the login at the mail server. Without it there is no login.
     * @param password The password of that user.
     * @param from The e-mail address of the sender.
     * @param shop The name of the shop, with which mails are signed.
     * @param name The name of the sender beside the address. If left out, that of the shop.
     * @param statusPage The URL of the page where customers look up their orders, such as https://shop.example/orders/.
     * @param texts A folder with templates that replace those of the library.
     */
    record Mail(
            @Nullable String host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") Encryption encryption,
            @Nullable String user,
            @Nullable String password,
            @Nullable String from,
            @Nullable String shop,
            @Nullable String name,
            @Nullable URI statusPage,
            @Nullable Path texts) {}

    /**
     * Webhooks: notifications as HTTP requests to another program.
     *
     * @param url The https URL to which events are posted. Without it no webhook is called.
     * @param secret The secret with which requests are signed: whsec_ and 32 bytes in Base64.
     * @param source The attribute "source" of each CloudEvent: a URI of the shop.
     * @param fields Names of the order's fields whose values events include.
     * @param unencrypted Whether the URL may be an http one, for a program on the same machine.
     */
    record Webhook(
            @Nullable String url,
            @Nullable String secret,
            @DefaultValue("urn:orderly") String source,
            @DefaultValue List<String> fields,
            @DefaultValue("false") boolean unencrypted) {}

    /**
     * The customer's pages and the JSON API.
     *
     * @param path The path under which pages and API are served.
     * @param keysFile A file with the hashes of API keys and their roles, as the command "key" writes it.
     * @param roles The application's roles that are roles of Orderly too, for users who are logged in, most powerful first.
     * @param secret At least 32 random bytes in Base64, the same on all nodes, so that each accepts the tickets of the others.
     * @param proxies IP addresses of the proxies whose header X-Forwarded-For is trusted.
     * @param stylesheet A class path resource with CSS that is loaded after that of the pages.
     */
    record Http(
            @DefaultValue("/orders") String path,
            @Nullable Path keysFile,
            @DefaultValue List<String> roles,
            @Nullable String secret,
            @DefaultValue List<String> proxies,
            @Nullable String stylesheet) {}
}
