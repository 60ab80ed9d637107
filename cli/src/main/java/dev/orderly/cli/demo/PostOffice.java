package dev.orderly.cli.demo;

import dev.orderly.mail.Links;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.workflow.Workflow;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A shop's mails, in each language that asks for them. */
final class PostOffice {

    private static final String ENGLISH = "en";

    private final Workflow workflow;
    private final MessageTexts texts;
    private final Recipients recipients;

    PostOffice(Workflow workflow) {
        this.workflow = workflow;
        texts = MessageTexts.builder(People.shopOf(workflow)).links(new Pages()).build();
        recipients = notification -> {
            Recipient other = Recipient.of(notification.message().to() + "@example.org");
            return Recipients.customers()
                    .or("seller", n -> other.withName(People.sellerOf(workflow)))
                    .of(notification)
                    .or(() -> Optional.of(other));
        };
    }

    /** The shop's language and English. */
    List<String> languages() {
        return List.of(workflow.languages().get(0), ENGLISH);
    }

    MimeMessage mail(Notification notification, String language) {
        return MailComposer.builder("orders@shop.example", People.shopOf(workflow))
                .texts(texts)
                .recipients(n -> recipients.of(n).map(r -> r.withLanguage(language)))
                .build()
                .compose(notification)
                .orElseThrow();
    }

    RenderedMessage rendered(Notification notification, String language) {
        Recipient recipient = recipients.of(notification).orElseThrow().withLanguage(language);
        return texts.render(notification, recipient);
    }

    /** A header as people read it. */
    static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }

    private static final class Pages implements Links {

        @Override
        public Optional<URI> statusPage(Notification notification, Recipient recipient) {
            return page("orders", notification);
        }

        @Override
        public Optional<URI> mute(Notification notification, Recipient recipient) {
            return notification.message().to().equals(Workflow.CUSTOMER)
                    ? page("mute", notification)
                    : Optional.empty();
        }

        @Override
        public Optional<URI> review(Notification notification, Recipient recipient) {
            return page("review", notification);
        }

        private static Optional<URI> page(String name, Notification notification) {
            String number = URLEncoder.encode(notification.order().number(), StandardCharsets.UTF_8);
            return Optional.of(URI.create("https://shop.example/" + name + "/" + number));
        }
    }
}
