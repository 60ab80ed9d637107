package dev.orderly.spring.page;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody's browser: it keeps cookies and follows where it is sent. */
final class Browser {

    private final String root;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    Browser(int port) {
        root = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** The lines of an answer, while they come. */
    Stream<String> lines(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofLines()).body();
    }

    /** Sends a form; each field is a name, an equals sign and a value. */
    HttpResponse<String> form(String path, String... fields) throws IOException, InterruptedException {
        String form = Stream.of(fields)
                .map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
                .reduce((first, second) -> first + "&" + second)
                .orElse("");
        return post(path, form, "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Sends JSON, with headers besides. */
    HttpResponse<String> json(String path, String json, String... headers) throws IOException, InterruptedException {
        return post(
                path,
                json,
                Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** The token that the login page has for forms of this session. */
    String csrfToken() throws IOException, InterruptedException {
        return found("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", get("/login").body());
    }

    /** Fills the login page in; the answer is the page that comes after it. */
    HttpResponse<String> logIn(String name, String password) throws IOException, InterruptedException {
        return form("/login", "username=" + name, "password=" + password, "_csrf=" + csrfToken());
    }

    /** The ticket of an order's page. */
    static String ticket(String page) {
        return found("name=\"ticket\" value=\"([^\"]+)\"", page);
    }

    static String found(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("there is no " + regex + " in " + text);
        }
        return matcher.group(1);
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .headers(headers)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }
}
