package dev.orderly.mail;

import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Recipients;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a {@link MailComposer} together. */
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

    /** What the mails say; needed. */
    public MailComposerBuilder texts(MessageRenderer newTexts) {
        texts = newTexts;
        return this;
    }

    /** Who is written to; the customers, unless this says more. */
    public MailComposerBuilder recipients(Recipients newRecipients) {
        recipients = newRecipients;
        return this;
    }

    /** Where answers go; to the address that mails come from, unless this says otherwise. */
    public MailComposerBuilder answersTo(ReplyAddress newReplies) {
        replies = newReplies;
        return this;
    }

    /**
     * The domain in the mails' ids; that of the address that they come from, unless this says otherwise. Changing it gives
     * messages that are still waiting another id.
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
     * The composer.
     *
     * @throws IllegalStateException if nothing says what the mails say
     */
    public MailComposer build() {
        if (texts == null) {
            throw new IllegalStateException("nothing says what the mails say: call texts(...), for instance with"
                    + " MessageTexts.of(\"My shop\")");
        }
        return new MailComposer(this, texts);
    }
}
