package dev.orderly.mail.template;

import dev.orderly.notification.Recipient;
import dev.orderly.workflow.Workflow;
import java.util.Locale;

/** Chooses the language of a message. */
final class Languages {

    /** The language of recipients for whose own language there is no text. */
    static final String ENGLISH = "en";

    private Languages() {}

    /**
     * The recipient's own language if the workflow has it, otherwise the workflow's first: a text in one language around
     * statuses in another would read oddly. Only the language itself counts, not a country behind it.
     */
    static String choose(Recipient recipient, Workflow workflow) {
        if (recipient.language() != null) {
            String own = Locale.forLanguageTag(recipient.language().replace('_', '-'))
                    .getLanguage();
            if (workflow.languages().contains(own)) {
                return own;
            }
        }
        return workflow.languages().get(0);
    }

    /** The locale for dates; for English the one of Europe, where the shops are. */
    static Locale locale(String language) {
        return language.equals(ENGLISH) ? Locale.UK : Locale.forLanguageTag(language);
    }
}
