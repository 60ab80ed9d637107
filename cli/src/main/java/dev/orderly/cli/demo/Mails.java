package dev.orderly.cli.demo;

import dev.orderly.cli.demo.ColumnPrinter.Look;
import dev.orderly.decision.Rejected;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.Notification;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the messages of each shop's stories, each kind once, in the shop's language and in English. */
final class Mails implements Stage {

    private static final String SMS = "sms";
    private static final List<String> HEADERS =
            List.of("From", "To", "Date", "Message-ID", "References", "List-Unsubscribe");

    private final ColumnPrinter page;
    private final @Nullable MailFolder folder;
    private final Set<String> shown = new HashSet<>();

    Mails(ColumnPrinter page, @Nullable MailFolder folder) {
        this.page = page;
        this.folder = folder;
    }

    @Override
    public void shop(Workflow workflow, String what) {
        page.blank();
        page.rule();
        page.headline(workflow.name() + ": what " + what + " sends");
        page.rule();
    }

    @Override
    public StoryObserver order(Workflow workflow, String number, String story) {
        return new Reader(new PostOffice(workflow));
    }

    /** A message goes through the dispatcher, and is shown instead of being sent. */
    private void show(PostOffice office, Notification notification) {
        MessageCause step = MessageCause.of(notification);
        if (!shown.add(step.kind())) {
            return;
        }
        for (String language : office.languages()) {
            page.blank();
            page.headline(step.title() + " · " + language);
            if (step.channel().equals(NotificationRule.MAIL)) {
                mail(office, notification, step, language);
            } else {
                sms(office, notification, step, language);
            }
        }
    }

    private void mail(PostOffice office, Notification notification, MessageCause step, String language) {
        MimeMessage mail = office.mail(notification, language);
        RenderedMessage rendered = office.rendered(notification, language);
        try {
            for (String header : HEADERS) {
                String value = mail.getHeader(header, ", ");
                if (value != null) {
                    page.plain(header + ": " + PostOffice.decoded(value), Look.FAINT);
                }
            }
            page.plain("Subject: " + mail.getSubject(), Look.STRONG);
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail of the demo cannot be read", e);
        }
        page.blank();
        rendered.text().lines().forEach(line -> page.plain(line, Look.PLAIN));
        if (folder != null) {
            folder.write(step, language, rendered, mail);
        }
    }

    private void sms(PostOffice office, Notification notification, MessageCause step, String language) {
        RenderedMessage rendered = office.rendered(notification, language);
        page.plain(rendered.text(), Look.PLAIN);
        if (folder != null) {
            folder.write(step, language, rendered, null);
        }
    }

    /** Has the dispatcher send after each thing that happens. */
    private final class Reader implements StoryObserver {

        private final PostOffice office;
        private @Nullable Dispatcher dispatcher;

        Reader(PostOffice office) {
            this.office = office;
        }

        @Override
        public void comes(OrderStore store, Clock clock) {
            dispatcher = Dispatcher.builder(store)
                    .clock(clock)
                    .channel(NotificationRule.MAIL, n -> show(office, n))
                    .channel(SMS, n -> show(office, n))
                    .build();
        }

        @Override
        public void happened(TransitionEntry entry, @Nullable Order before, Order after) {
            send();
        }

        @Override
        public void said(Instant at, Actor actor, String text) {
            send();
        }

        @Override
        public void refused(Instant at, String event, Actor actor, Data data, Rejected rejected) {}

        @Override
        public void remark(Instant at, String word, String text) {}

        private void send() {
            if (dispatcher != null) {
                dispatcher.run();
            }
        }
    }
}
