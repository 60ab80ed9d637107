package dev.orderly.mail.inbound;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A poller of a mailbox by IMAP, which makes comments of unseen mails. It deletes nothing and sends no reply: a mail that
 * was handled is marked as seen, with the keyword {@code OrderlyCommented}, {@code OrderlyIgnored},
 * {@code OrderlyRefused} or {@code OrderlyFailed}, and moved to a folder if one is named for it. Thread-safe.
 *
 * <p>A mail that failed stays unseen and is tried at the next poll; those behind it go on. After some tries that failed
 * although the store answered it is given up. Where the store does not answer, the poll ends. Several nodes may poll one
 * mailbox: a mail makes one comment all the same.
 */
public final class MailboxPoller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

    private final Session session;
    private final MailboxSettings settings;
    private final Replies replies;
    private final Map<MailId, Integer> failures = new HashMap<>();
    private volatile boolean stopping;
    private final AtomicReference<@Nullable ScheduledExecutorService> thread = new AtomicReference<>();

    MailboxPoller(Session session, MailboxSettings settings, Replies replies) {
        this.session = session;
        this.settings = settings;
        this.replies = replies;
    }

    /** A builder of a poller, with the server's name and port and the replies that handle its mails. */
    public static MailboxPollerBuilder builder(String host, int port, Replies replies) {
        return new MailboxPollerBuilder(host, port, replies);
    }

    /**
     * Polls the mailbox once.
     *
     * @throws MessagingException if the server cannot be reached, or is lost on the way; what was done until then stays
     */
    public synchronized PollReport poll() throws MessagingException {
        Store store = session.getStore();
        store.connect(settings.user(), settings.password());
        try (OpenMailbox mailbox = OpenMailbox.open(store, settings.folder(), settings.targets())) {
            Map<ImapKeyword, Integer> counts = new EnumMap<>(ImapKeyword.class);
            for (Message mail : mailbox.unseen()) {
                if (stopping) {
                    break;
                }
                ImapKeyword mark = handle(mailbox, mail);
                counts.merge(mark, 1, Integer::sum);
                if (mark == ImapKeyword.POSTPONED && !replies.isStoreThere()) {
                    LOG.warn("The store does not answer, so the mails in the mailbox wait");
                    break;
                }
            }
            return new PollReport(
                    counts.getOrDefault(ImapKeyword.COMMENTED, 0),
                    counts.getOrDefault(ImapKeyword.IGNORED, 0),
                    counts.getOrDefault(ImapKeyword.REFUSED, 0),
                    counts.getOrDefault(ImapKeyword.POSTPONED, 0),
                    counts.getOrDefault(ImapKeyword.GIVEN_UP, 0));
        }
    }

    /** Polls the mailbox at intervals, on a daemon thread of its own. */
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "orderly-mailbox");
            daemon.setDaemon(true);
            return daemon;
        });
        if (!thread.compareAndSet(null, started)) {
            started.shutdown();
            throw new IllegalStateException("the poller of the mailbox runs already");
        }
        long pause = settings.interval().toMillis();
        var unused = started.scheduleWithFixedDelay(this::pollQuietly, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** Stops polling after the mail that is being handled; waits up to 30 s for it. Does nothing if it does not run. */
    @Override
    public void close() {
        ScheduledExecutorService running = thread.getAndSet(null);
        if (running == null) {
            return;
        }
        // without interrupting it: that would close the files of an H2 database that other threads use
        running.shutdown();
        stopping = true;
        try {
            if (!running.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("The poller of the mailbox still handles a mail");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopping = false;
        }
    }

    private void pollQuietly() {
        try {
            PollReport report = poll();
            LOG.debug("Looked into the mailbox: {}", report);
        } catch (MessagingException | RuntimeException e) {
            // only the class: a server's answer can name an address
            LOG.warn("The mailbox could not be looked into; tried again in {}: {}", settings.interval(), e.getClass());
        }
    }

    private ImapKeyword handle(OpenMailbox mailbox, Message mail) throws MessagingException {
        MailId id = mailbox.id(mail);
        try {
            ImapKeyword mark = ImapKeyword.of(replies.handle(mail));
            mailbox.settle(mail, mark);
            failures.remove(id);
            return mark;
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!mailbox.isAlive()) {
                throw e instanceof MessagingException lost ? lost : new MessagingException("the mailbox is lost");
            }
            return failed(mailbox, mail, id, e);
        }
    }

    private ImapKeyword failed(OpenMailbox mailbox, Message mail, MailId id, Exception e) throws MessagingException {
        LOG.warn("Mail {} of the mailbox could not be handled: {}", id.uid(), e.getClass());
        if (!replies.isStoreThere() || failures.merge(id, 1, Integer::sum) < settings.maxTries()) {
            return ImapKeyword.POSTPONED;
        }
        LOG.warn("Mail {} of the mailbox failed {} times and is left to people", id.uid(), settings.maxTries());
        mailbox.settle(mail, ImapKeyword.GIVEN_UP);
        failures.remove(id);
        return ImapKeyword.GIVEN_UP;
    }
}
