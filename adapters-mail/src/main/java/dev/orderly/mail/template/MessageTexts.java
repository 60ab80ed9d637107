package dev.orderly.mail.template;

import dev.orderly.mail.Links;
import dev.orderly.mail.template.Content.Part;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleEntry;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of messages, from templates: those that come with the library, and those by which a shop replaces them. Every
 * notification of the presets has a text of its own in both of the preset's languages; any other event of any workflow has
 * a general one, made of the workflow's labels and notes, in each language of the library. All templates are compiled and
 * checked when it is built. Immutable and thread-safe.
 */
public final class MessageTexts implements MessageRenderer {

    private final TemplateRegistry templates;
    private final Links links;
    private final Map<String, Object> brand;

    MessageTexts(TemplateRegistry templates, Links links, Map<String, Object> brand) {
        this.templates = templates;
        this.links = links;
        this.brand = Map.copyOf(brand);
    }

    /** The texts that come with the library. */
    public static MessageTexts of(String shop) {
        return builder(shop).build();
    }

    /**
     * A builder of texts for a shop.
     *
     * @param shop the shop's name, which messages are signed with
     */
    public static MessageTextsBuilder builder(String shop) {
        return new MessageTextsBuilder(shop);
    }

    /**
     * The text of a notification, in the recipient's language if the workflow has it, otherwise in the workflow's first;
     * where there is no text in that language, in English.
     *
     * @throws DeliveryException temporary, if a link is neither http nor https; permanent, if the recipient's role may not
     *     see what the message is about
     */
    @Override
    public RenderedMessage render(Notification notification, Recipient recipient) {
        Workflow workflow = notification.workflow();
        String language = Languages.choose(recipient, workflow);
        RoleView view = RoleView.of(workflow, notification.message().to(), language);
        VisibleEntry entry = visible(notification, view);
        TemplateRegistry.Found found = templates.find(notification, language);
        LayoutTexts words = templates.words(found.language());
        URI mute = web("mute", links.mute(notification, recipient));
        Map<String, Object> values = TemplateModel.of(notification, recipient, view, entry, words);
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
        MailLayout layout = templates.layout();
        return RenderedMessage.of(found.language(), layout.text(parts, values))
                .withSubject(subject)
                .withHtml(layout.html(parts, values))
                .withMuteLink(mute);
    }

    /** The outbox should never hold such a message; an internal remark in a customer's mailbox cannot be called back. */
    private static VisibleEntry visible(Notification notification, RoleView view) {
        return view.notified(notification.activity())
                .orElseThrow(() -> DeliveryException.permanent(
                        "the role " + view.role() + " may not see what the message is about", null));
    }

    private static String plain(List<Part> parts) {
        return String.join("\n", parts.stream().map(Part::text).toList());
    }

    /** The line that a list of mails shows beside the subject: the first one after the greeting. */
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
