package dev.orderly.spring;

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
 * What an application says about its orders.
 *
 * @param workflow Workflows that orders follow: names of presets, or workflow files such as classpath:shop.yaml. Orders
 *     are placed on the first one unless they name another.
 * @param maxAttachmentSize The largest file that can be attached to a comment.
 */
@ConfigurationProperties("orderly")
record OrderlyProperties(
        @DefaultValue List<String> workflow,
        @DefaultValue("10MB") DataSize maxAttachmentSize,
        @DefaultValue Jdbc jdbc,
        @DefaultValue Sweep sweep,
        @DefaultValue Mail mail,
        @DefaultValue Webhook webhook,
        @DefaultValue Http http) {

    /**
     * The tables.
     *
     * @param createSchema Whether missing tables are made at the start. If not, a migration tool has to make them.
     */
    record Jdbc(@DefaultValue("true") boolean createSchema) {}

    /**
     * What happens by itself.
     *
     * @param every How long to wait between two looks for orders whose deadline has come. 0 for never.
     */
    record Sweep(@DefaultValue("1m") Duration every) {}

    /**
     * Mails to customers.
     *
     * @param host The mail server. Without it no mail is sent.
     * @param port The mail server's port.
     * @param encryption How the connection to the mail server is protected.
     * @param user As whom to log in.
     * @param password The password of that user.
     * @param from The address that mails come from.
     * @param shop What people call the shop. Mails are signed with it.
     * @param name The name beside the address that mails come from. The shop's, if left out.
     * @param statusPage The page where customers look up their orders, such as https://shop.example/orders/.
     * @param texts A folder of texts that replace those of the library.
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
     * Calls to another program.
     *
     * @param url Where to call, by https. Without it no webhook is called.
     * @param secret The secret that calls are signed with, such as whsec_ and 32 bytes in Base64.
     * @param source The source of each event: a URI of the shop.
     * @param fields Fields of the order that events include.
     * @param unencrypted Whether the URL is an http one, for a program on the same machine.
     */
    record Webhook(
            @Nullable String url,
            @Nullable String secret,
            @DefaultValue("urn:orderly") String source,
            @DefaultValue List<String> fields,
            @DefaultValue("false") boolean unencrypted) {}

    /**
     * Pages and API.
     *
     * @param path Where they are.
     * @param keysFile A file with the keys by which people and programs are known.
     * @param roles Roles in which people can be known whom the application has logged in, most powerful first.
     * @param secret At least 32 random bytes in Base64, by which all nodes know what one of them has handed out.
     * @param proxies Addresses of the proxies whose X-Forwarded-For is believed.
     * @param stylesheet A resource with CSS that comes after that of the pages.
     */
    record Http(
            @DefaultValue("/orders") String path,
            @Nullable Path keysFile,
            @DefaultValue List<String> roles,
            @Nullable String secret,
            @DefaultValue List<String> proxies,
            @Nullable String stylesheet) {}
}
