package dev.orderly.spring;

import dev.orderly.http.ClientAddress;
import dev.orderly.http.access.Access;
import dev.orderly.http.access.ApiKeys;
import dev.orderly.spring.OrderlyProperties.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ResourceLoader;

/** What an application's properties mean for its pages. */
final class HttpSettings {

    private HttpSettings() {}

    /** Where the servlet is: everything below the path. */
    static String mapping(Http http) {
        String path = http.path().replaceFirst("/?\\*?$", "");
        return (path.isEmpty() || path.startsWith("/") ? path : "/" + path) + "/*";
    }

    /** By key first, then by whom the application has logged in. */
    static Access access(Http http) {
        List<Access> sources = new ArrayList<>();
        if (http.keysFile() != null) {
            sources.add(ApiKeys.read(http.keysFile()));
        }
        if (!http.roles().isEmpty()) {
            sources.add(Access.ofPrincipal(http.roles()));
        }
        return Access.firstOf(sources.toArray(Access[]::new));
    }

    static ClientAddress clientAddress(Http http) {
        return http.proxies().isEmpty()
                ? ClientAddress.ofConnection()
                : ClientAddress.behind(Set.copyOf(http.proxies()));
    }

    static Optional<byte[]> secret(Http http) {
        try {
            return Optional.ofNullable(http.secret()).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            // without its cause, which would show a part of the secret
            throw new SettingException(
                    "orderly.http.secret is no Base64.", "Set it to the output of: openssl rand -base64 32");
        }
    }

    static String stylesheet(Http http, ResourceLoader resources) {
        if (http.stylesheet() == null) {
            return "";
        }
        try {
            return resources.getResource(http.stylesheet()).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SettingException(
                    "The stylesheet " + http.stylesheet() + ", which orderly.http.stylesheet names, cannot be read.",
                    "Name a resource that is there, such as classpath:orders.css or file:/etc/orders.css.",
                    e);
        }
    }
}
