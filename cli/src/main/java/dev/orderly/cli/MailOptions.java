package dev.orderly.cli;

import dev.orderly.mail.Encryption;
import dev.orderly.mail.Links;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.mail.SmtpChannelBuilder;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which mail server, and in whose name, messages are sent. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it runs anything
final class MailOptions {

    private static final String PASSWORD = "ORDERLY_SMTP_PASSWORD";

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description =
                    "Send the messages to customers by this mail server. Unless given, they wait with the orders.")
    private @Nullable String smtp;

    @Option(
            names = "--smtp-encryption",
            paramLabel = "HOW",
            defaultValue = "STARTTLS",
            description = "How the connection to it is protected: starttls, tls or none; unless said, starttls.")
    private Encryption encryption;

    @Option(
            names = "--smtp-user",
            paramLabel = "NAME",
            description = "Log in there under this name, with the password in the environment variable " + PASSWORD
                    + " or in the file of --smtp-password-file.")
    private @Nullable String user;

    @Option(
            names = "--smtp-password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password.")
    private @Nullable String passwordFile;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            description = "The address that mails come from; needed with --smtp.")
    private @Nullable String from;

    @Option(
            names = "--shop",
            paramLabel = "NAME",
            defaultValue = "Shop",
            description = "The name that mails are signed with; unless said, ${DEFAULT-VALUE}.")
    private String shop;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "The address under which customers reach this server, to which mails lead.")
    private @Nullable URI publicUrl;

    /** The way to send mails; empty without a mail server. */
    Optional<SmtpChannel> channel() {
        String server = smtp;
        if (server == null) {
            return Optional.empty();
        }
        int colon = server.lastIndexOf(':');
        if (colon < 1 || !server.substring(colon + 1).matches("\\d{1,5}")) {
            throw mistake("--smtp " + server + ": write the mail server as HOST:PORT, such as smtp.example.org:587");
        }
        if (from == null) {
            throw mistake("--smtp needs --mail-from: the address that mails come from");
        }
        try {
            SmtpChannelBuilder builder = SmtpChannel.builder(
                            server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)), composer(from))
                    .encryption(encryption);
            if (user != null) {
                builder.login(user, password());
            }
            return Optional.of(builder.build());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw mistake(String.valueOf(e.getMessage()));
        }
    }

    /** What becomes of messages, in a sentence. */
    String description() {
        return smtp == null
                ? "Messages are not sent, and wait with the orders (--smtp sends them)."
                : "Messages are sent by " + smtp + ".";
    }

    private MailComposer composer(String sender) {
        URI page = publicUrl;
        Links links = page == null
                ? Links.NONE
                : new Links() {
                    @Override
                    public Optional<URI> statusPage(Notification notification, Recipient recipient) {
                        return Optional.of(page); // the order's number and address are asked for there
                    }
                };
        return MailComposer.builder(sender, shop)
                .texts(MessageTexts.builder(shop).links(links).build())
                .build();
    }

    private String password() {
        if (passwordFile == null) {
            String password = System.getenv(PASSWORD);
            if (password == null) {
                throw mistake("--smtp-user needs a password: set the environment variable " + PASSWORD
                        + ", or name a file by --smtp-password-file");
            }
            return password;
        }
        Path file = FileErrors.path(passwordFile);
        FileErrors.requireReadable(file);
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow(() -> mistake(file + " is empty, but should have a password in its first line"));
        } catch (IOException e) {
            throw FileErrors.cannotRead(file, FileErrors.reason(e));
        }
    }

    private static UserMistakeException mistake(String message) {
        return new UserMistakeException(UserMistakeException.UNUSABLE, message);
    }
}
