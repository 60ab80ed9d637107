package dev.orderly.mail;

import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Recipients;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A builder of {@link MailComposer}. Not thread-safe. */
public final class MailComposerBuilder {

    final MailAddress from;
    final String fromName;
    Recipients recipients = Recipients.customers();
    ReplyAddress replies = (notification, recipient) -> Optional.empty();
    String idDomain;
    private @Nullable MessageRenderer texts;

    MailComposerBuilder(MailAddress from, String fromName) {
        this.from = from;
        this.fromName = fromName;
        this.idDomain = from.domain();
    }

    /** Sets the texts of the mails; required. */
    public MailComposerBuilder texts(MessageRenderer newTexts) {
        texts = newTexts;
        return this;
    }

    /** Sets the recipients; by default the orders' customers. */
    public MailComposerBuilder recipients(Recipients newRecipients) {
        recipients = newRecipients;
        return this;
    }

    /** Sets the address for replies; by default the one that mails come from. */
    public MailComposerBuilder answersTo(ReplyAddress newReplies) {
        replies = newReplies;
        return this;
    }

    /**
     * Sets the domain in the mails' ids; by default that of the address that they come from. A change gives another id to
     * messages that are still waiting.
     *
     * @throws IllegalArgumentException if it is no domain name
     */
    public MailComposerBuilder idDomain(String domain) {
        idDomain = MailAddress.domain(domain)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the domain for ids of mails must be a domain name, but is \"" + domain + "\""));
        return this;
    }

    /**
     * Builds the composer.
     *
     * @throws IllegalStateException if no texts were set
     */
    public MailComposer build() {
        if (texts == null) {
            throw new IllegalStateException("nothing says what the mails say: call texts(...), for instance with"
                    + " MessageTexts.of(\"My shop\")");
        }
        return new MailComposer(this, texts);
    }
}
