package dev.orderly.mail.template;

import dev.orderly.mail.Links;
import dev.orderly.mail.template.Content.Part;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What messages say, from templates: those that come with the library, and those by which a shop replaces them. Every
 * event of the presets that tells somebody has a text of its own in both of the preset's languages; any other event of any
 * workflow has a general one, made of the workflow's labels and notes, in Polish, Greek, Bulgarian, Russian and English.
 * All templates are compiled and checked when it is built. Immutable and thread-safe.
 */
public final class MessageTexts implements MessageRenderer {

    private final TemplateRegistry library;
    private final Links links;
    private final Map<String, Object> brand;

    MessageTexts(TemplateRegistry library, Links links, Map<String, Object> brand) {
        this.library = library;
        this.links = links;
        this.brand = Map.copyOf(brand);
    }

    /** The texts that come with the library. */
    public static MessageTexts of(String shop) {
        return named(shop).build();
    }

    /**
     * Begins texts for a shop.
     *
     * @param shop what people call the shop; messages are signed with it
     */
    public static MessageTextsBuilder named(String shop) {
        return new MessageTextsBuilder(shop);
    }

    /**
     * What a notification says, in the recipient's language if the workflow has it, otherwise in the workflow's first; where
     * there is no text in that language, in English.
     *
     * @throws DeliveryException temporary, if a link is neither http nor https; permanent, if the message tells somebody of
     *     what they may not see
     */
    @Override
    public RenderedMessage render(Notification notification, Recipient recipient) {
        requireVisible(notification);
        Workflow workflow = notification.workflow();
        String language = Languages.choose(recipient, workflow);
        TemplateRegistry.Found found = library.find(notification, language);
        LayoutTexts words = library.words(found.language());
        URI mute = web("mute", links.mute(notification, recipient));
        Map<String, Object> values = TemplateModel.of(notification, recipient, language, words);
        values.putAll(brand);
        values.put("words", words.texts());
        values.put("statusPage", text(web("see", links.statusPage(notification, recipient))));
        values.put("review", text(web("review", links.review(notification, recipient))));
        values.put("mute", text(mute));
        values.put("language", found.language());
        List<Part> parts = found.content().parts(values);
        if (!notification.message().channel().equals(NotificationRule.MAIL)) {
            return RenderedMessage.of(found.language(), plain(parts)).withMuteLink(mute);
        }
        String subject = TemplateModel.line(found.content().subject(values));
        values.put("subject", subject);
        values.put("preview", preview(parts));
        MailLayout frame = library.frame();
        return RenderedMessage.of(found.language(), frame.text(parts, values))
                .withSubject(subject)
                .withHtml(frame.html(parts, values))
                .withMuteLink(mute);
    }

    /** The outbox should never hold such a message; an internal remark in a customer's mailbox cannot be called back. */
    private static void requireVisible(Notification notification) {
        String role = notification.message().to();
        if (!notification.activity().isVisibleTo(role)) {
            throw DeliveryException.permanent("what it tells of is not for the role " + role, null);
        }
    }

    private static String plain(List<Part> parts) {
        return String.join("\n", parts.stream().map(Part::text).toList());
    }

    /** What a list of mails shows beside the subject: the first thing said after the greeting. */
    private static String preview(List<Part> parts) {
        List<String> said =
                parts.stream().filter(p -> !p.isBlock()).map(Part::text).toList();
        return said.isEmpty() ? "" : said.get(said.size() > 1 ? 1 : 0);
    }

    private static @Nullable URI web(String purpose, Optional<URI> link) {
        if (link.isEmpty()) {
            return null;
        }
        String scheme = link.get().getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw DeliveryException.temporary(
                    "the link to " + purpose + " the order must be http or https, but is " + scheme, null);
        }
        return link.get();
    }

    private static String text(@Nullable URI link) {
        return link == null ? "" : link.toASCIIString();
    }
}
