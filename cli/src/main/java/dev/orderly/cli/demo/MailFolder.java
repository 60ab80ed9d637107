package dev.orderly.cli.demo;

import dev.orderly.notification.RenderedMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes messages to a folder: a mail as {@code .eml} and as {@code .html}, a text message as {@code .txt}. */
final class MailFolder {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>The mails of five shops</title>
            <style>
              :root { color-scheme: light dark; }
              body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
              h2 { margin: 2rem 0 0.5rem; font-size: 1.1rem; }
              li { margin: 0.3rem 0; }
            </style>
            </head>
            <body>
            <h1>The mails of five shops</h1>
            """;

    private final Path folder;
    private final List<String> entries = new ArrayList<>();
    private String shop = "";

    MailFolder(Path folder) {
        this.folder = folder;
    }

    void write(MessageCause step, String language, RenderedMessage rendered, @Nullable MimeMessage mail) {
        String name = step.kind() + "." + language;
        if (!shop.equals(step.workflow())) {
            entries.add((shop.isEmpty() ? "" : "</ul>\n") + "<h2>" + step.workflow() + "</h2>\n<ul>\n");
            shop = step.workflow();
        }
        if (mail == null) {
            file(name + ".txt", out -> out.write((rendered.text() + "\n").getBytes(StandardCharsets.UTF_8)));
            entry(name + ".txt", rendered.text(), step, language);
        } else {
            file(name + ".eml", out -> mail.writeTo(out));
            file(name + ".html", out -> out.write(rendered.html().getBytes(StandardCharsets.UTF_8)));
            entry(name + ".html", rendered.subject(), step, language);
        }
    }

    /** Writes the page that leads to all others. */
    void writeIndex() {
        String page = HEAD + String.join("", entries) + "</ul>\n</body>\n</html>\n";
        file("index.html", out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private void entry(String file, String text, MessageCause step, String language) {
        entries.add("<li lang=\"" + language + "\"><a href=\"" + file + "\">" + escaped(text) + "</a> <small>"
                + step.title() + "</small></li>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException, MessagingException;
    }

    private void file(String name, Content content) {
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                content.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail of the demo cannot be written", e);
        }
    }
}
