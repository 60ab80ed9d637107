package dev.orderly.file;

import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.ContactData;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Suppression;
import dev.orderly.workflow.WorkCalendar;
import dev.orderly.workflow.Workflow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of a whole workflow: languages, roles, calendar, carriers, parcels, conversation, suppressions.
 */
final class SettingsReader {

    private static final List<String> WEEK = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();

    private final FileProblems problems;

    SettingsReader(FileProblems problems) {
        this.problems = problems;
    }

    List<String> languages(MappingReader top) {
        if (!top.has("languages")) {
            return List.of("en");
        }
        List<String> languages = top.texts("languages", text -> {
            if (!text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                problems.missing(ErrorRecovery.LANGUAGE);
                throw new IllegalArgumentException(Node.quoted(text) + " is no code of a language: write en or pt-BR");
            }
            return text;
        });
        if (languages.isEmpty()) {
            problems.missing(ErrorRecovery.LANGUAGE);
            if (top.node("languages").filter(Node.Sequence.class::isInstance).isPresent()
                    && top.items("languages").isEmpty()) {
                top.invalid("languages", "\"languages\" is empty: name at least one, such as en");
            }
            return List.of("en");
        }
        return languages;
    }

    List<String> roles(MappingReader top) {
        if (!top.has("roles")) {
            return Workflow.USUAL_ROLES;
        }
        top.refuseEmpty("roles");
        List<String> roles = top.texts("roles", text -> {
            if (!Name.isValid(text)) {
                problems.missing(ErrorRecovery.ROLE);
                throw new IllegalArgumentException(MappingReader.noName(text));
            }
            return text;
        });
        if (roles.isEmpty()) {
            problems.missing(ErrorRecovery.ROLE);
        }
        return roles;
    }

    WorkCalendar calendar(MappingReader top) {
        Node node = top.node("calendar").orElse(null);
        if (node == null) {
            return WorkCalendar.UTC;
        }
        MappingReader mapping = MappingReader.of(node, "\"calendar\"", problems);
        mapping.allow(List.of("zone", "weekend", "holidays"));
        ZoneId zone = mapping.parsed("zone", SettingsReader::zone).orElse(WorkCalendar.UTC.zone());
        Set<DayOfWeek> weekend = mapping.has("weekend")
                ? new HashSet<>(mapping.texts("weekend", SettingsReader::weekday))
                : WorkCalendar.UTC.weekend();
        Set<LocalDate> holidays = new HashSet<>(mapping.texts("holidays", SettingsReader::date));
        if (weekend.size() == DayOfWeek.values().length) {
            mapping.invalid("weekend", "the weekend cannot be the whole week: no business day would remain");
            return WorkCalendar.UTC;
        }
        return new WorkCalendar(zone, weekend, holidays);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            String hint = Name.nearest(text, ZoneId.getAvailableZoneIds())
                    .map(near -> "did you mean " + Node.quoted(near) + "?")
                    .orElse("write one such as Europe/Warsaw");
            throw new IllegalArgumentException(Node.quoted(text) + " is no time zone: " + hint, e);
        }
    }

    private static DayOfWeek weekday(String text) {
        if (!WEEK.contains(text)) {
            throw new IllegalArgumentException(
                    Node.quoted(text) + " is no day of the week: write " + String.join(", ", WEEK));
        }
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Node.quoted(text) + " is no date: write it as 2026-12-25", e);
        }
    }

    Optional<Carrier> carrier(String name, Node node) {
        MappingReader mapping = MappingReader.of(node, "the carrier \"" + name + "\"", problems);
        mapping.allow(List.of("label", "link"));
        String label = mapping.text("label").orElse(name);
        return mapping.required("link").flatMap(link -> {
            try {
                return Optional.of(new Carrier(name, label, link));
            } catch (IllegalArgumentException e) {
                mapping.invalid(label.isBlank() ? "label" : "link", String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    @Nullable
    ParcelFields parcels(MappingReader top) {
        Node node = top.node("parcels").orElse(null);
        if (node == null) {
            return null;
        }
        MappingReader mapping = MappingReader.of(node, "\"parcels\"", problems);
        mapping.allow(List.of("number", "carrier", "default-carrier"));
        return mapping.required("number")
                .map(number -> new ParcelFields(
                        number,
                        mapping.text("carrier").orElse(null),
                        mapping.text("default-carrier").orElse(null)))
                .orElse(null);
    }

    @Nullable
    ConversationRules conversation(MappingReader top) {
        Node node = top.node("conversation").orElse(null);
        if (node == null) {
            return null;
        }
        MappingReader mapping = MappingReader.of(node, "\"conversation\"", problems);
        mapping.allow(List.of("between", "channel", "contact-data"));
        mapping.require("between");
        List<String> between = mapping.texts("between");
        String channel = mapping.text("channel").orElse(NotificationRule.MAIL);
        ContactData contactData =
                mapping.parsed("contact-data", SettingsReader::contactData).orElse(ContactData.ALLOW);
        try {
            return between.isEmpty()
                    ? null
                    : ConversationRules.of(between).withChannel(channel).withContactData(contactData);
        } catch (IllegalArgumentException e) {
            mapping.invalid(Name.isValid(channel) ? "between" : "channel", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static ContactData contactData(String text) {
        List<String> codes =
                Arrays.stream(ContactData.values()).map(ContactData::code).toList();
        if (!codes.contains(text)) {
            throw new IllegalArgumentException(Node.quoted(text) + " is none of " + String.join(", ", codes));
        }
        return ContactData.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** A suppression; one without a reason is reported, and applies all the same. */
    Optional<Suppression> suppression(Node node) {
        MappingReader mapping = MappingReader.of(node, "the entry of \"suppress\"", problems);
        mapping.allow(List.of("code", "because"));
        Optional<String> because = mapping.required("because");
        if (because.filter(String::isBlank).isPresent()) {
            mapping.invalid("because", "\"because\" is blank: say why the problem is kept");
        }
        return mapping.required("code")
                .map(code -> new Suppression(
                        code, because.filter(text -> !text.isBlank()).orElse("unsaid")));
    }
}
