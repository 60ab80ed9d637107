package dev.orderly.mail.template;

import dev.orderly.notification.Notification;
import dev.orderly.order.Comment;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.NotificationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The compiled templates, with the rule by which a notification finds its own.
 *
 * @param contents the contents by path
 * @param allWords the words by language
 * @param layout blocks and layouts
 * @param bases the workflow whose texts a workflow uses where it has none of its own, by name
 */
record TemplateRegistry(
        Map<String, Content> contents,
        Map<String, LayoutTexts> allWords,
        MailLayout layout,
        Map<String, String> bases) {

    /** The channel whose short general texts are used for every channel without its own. */
    private static final String SMS = "sms";

    TemplateRegistry {
        contents = Map.copyOf(contents);
        allWords = Map.copyOf(allWords);
        bases = Map.copyOf(bases);
    }

    /** A content with the language that it is in. */
    record Found(String language, Content content) {}

    LayoutTexts words(String language) {
        LayoutTexts words = allWords.get(language);
        if (words == null) {
            throw new IllegalStateException("there are no words in " + language);
        }
        return words;
    }

    /** The content for a notification: in a language, or else in English; for its event, or else the general one. */
    Found find(Notification notification, String language) {
        for (String candidate : List.of(language, Languages.ENGLISH)) {
            for (String path : paths(notification, candidate)) {
                Content content = contents.get(path);
                if (content != null) {
                    return new Found(candidate, content);
                }
            }
        }
        throw new IllegalStateException("there is no text for " + notification.id() + ", not even a general one");
    }

    private List<String> paths(Notification notification, String language) {
        String role = notification.message().to();
        String channel = notification.message().channel();
        List<String> workflows = workflows(notification.workflow().name());
        List<String> paths = new ArrayList<>();
        String general;
        if (notification.activity() instanceof TransitionEntry entry) {
            String caseType = entry.caseRef() == null ? "" : entry.caseRef().type();
            workflows.forEach(w -> paths.add(TemplatePath.step(w, language, role, caseType, entry.event(), channel)));
            general = TemplatePath.STEP;
        } else if (notification.activity() instanceof Comment) {
            general = TemplatePath.COMMENT;
        } else {
            throw new IllegalStateException("there are no texts about a "
                    + notification.activity().getClass().getSimpleName());
        }
        workflows.forEach(w -> paths.add(TemplatePath.general(w, language, general, channel)));
        if (!channel.equals(NotificationRule.MAIL)) {
            paths.add(TemplatePath.general(TemplatePath.ANY, language, general, SMS));
        }
        return paths;
    }

    private List<String> workflows(String name) {
        List<String> names = new ArrayList<>();
        for (String next = name; next != null && !names.contains(next); next = bases.get(next)) {
            names.add(next);
        }
        names.add(TemplatePath.ANY);
        return names;
    }
}
