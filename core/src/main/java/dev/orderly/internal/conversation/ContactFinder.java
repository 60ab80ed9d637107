package dev.orderly.internal.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses, phone numbers and links in a text, thinly disguised ones included. It prefers a false
 * negative to taking a tracking number, a price or a date for contact data.
 */
final class ContactFinder {

    /** The kind of contact data; its name is part of the reason code. */
    enum Kind {
        EMAIL,
        PHONE,
        LINK;

        String code() {
            return "contact-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Finding(Kind kind, int start, int end) {}

    private static final String MASK = "•••";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}";

    /** Top-level domains that are no word with which a sentence could begin after a full stop. */
    private static final String TOP =
            "(?:com|net|org|info|biz|eu|pl|gr|bg|ru|ua|de|uk|fr|cz|sk|ro|io|shop|store|online|site"
                    + "|xyz|app|dev|link|рф|бг|ελ)(?![\\p{L}\\p{N}_-])";

    private static final String AT_WORD = "(?:at|małpa|malpa|маймунско|кльомба|собака|παπάκι|παπακι)";
    private static final String DOT_WORD = "(?:dot|kropka|точка|τελεία|τελεια)";
    private static final String AT = "(?: {0,2}@ {0,2}| {0,2}[(\\[{<] ?" + AT_WORD + " ?[)\\]}>] {0,2})";
    private static final String DOT =
            "(?:\\.| {0,2}[(\\[{<] ?" + DOT_WORD + " ?[)\\]}>] {0,2}| {1,2}" + DOT_WORD + " {1,2})";

    private static final List<Pattern> EMAILS = List.of(
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+-]{1,64}" + AT + WORD + "(?:(?:" + DOT + "| ?\\. ?)" + WORD + "){1,5}", FLAGS),
            Pattern.compile(
                    WORD + " {1,2}" + AT_WORD + " {1,2}" + WORD + "(?:" + DOT + WORD + "){0,4}" + DOT + TOP, FLAGS));

    private static final List<Pattern> LINKS = List.of(
            Pattern.compile("(?:https?|hxxps?) ?: ?/ ?/ ?\\S{1,2000}", FLAGS),
            Pattern.compile("\\bwww ?[.,] ?" + WORD + "\\S{0,2000}", FLAGS),
            Pattern.compile("\\b(?:t|wa)\\.me/\\S{1,2000}", FLAGS),
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}.@_-])" + WORD + "(?:\\." + WORD + "){0,4}\\.(?-i:" + TOP + ")(?:/\\S{0,2000})?"),
            Pattern.compile(WORD + " {1,2}" + DOT_WORD + " {1,2}" + TOP, FLAGS),
            Pattern.compile(WORD + " {0,2}[(\\[{<] ?" + DOT_WORD + " ?[)\\]}>] {0,2}" + TOP, FLAGS));

    /** What may stand between the digits of a phone number. */
    private static final String GAP = "[ .()-]{0,3}";

    private static final String ALONE = "(?<![\\p{L}\\p{N}+])(?<!\\d[ .-])";
    private static final String ENDS = "(?![ .-]?\\d|\\p{L})";

    /** With the code of a country, and as people in Poland, Greece, Bulgaria, Russia and Britain write their own. */
    private static final List<Pattern> PHONES = List.of(
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+" + GAP + "[1-9](?:" + GAP + "\\d){8,14}(?!\\d)"),
            national("0 0 (?:4|3|7|1)", 9, 13),
            national("(?:4 5|5 [0137]|6 [069]|7 [2389]|8 8)", 7, 7),
            national("6 9", 8, 8),
            national("0 (?:8 [789]|9 [89])", 7, 7),
            national("[78] 9", 9, 9),
            national("0 7", 9, 9),
            Pattern.compile(ALONE + "(?:\\(0?\\d{2,4}\\) ?|(?:0?2\\d{0,2}|0\\d{2}) )\\d{3} ?\\d{2} ?\\d{2}" + ENDS),
            Pattern.compile(ALONE + "(?:\\(\\d{3}\\) ?|2\\d{2}[ -])\\d{3}[ -]\\d{4}" + ENDS));

    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}|\\d{4}[.-]\\d{1,2}[.-]\\d{1,2}");

    /** Words after which a number is that of a parcel, an order or a paper. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:order|track|parcel|shipment|invoice|waybill|isbn|account|awb|vat|nip|ean"
                    + "|przesył|przesyl|paczk|zamówien|zamowien|faktur|przewozow|kont|rachun"
                    + "|παραγγελ|αποστολ|δέμα|τιμολόγι|φορτωτικ|αφμ"
                    + "|поръчк|пратк|товарителниц|фактур|еик|заказ|посылк|трек|отправлени|накладн|сч[её]т|инн)"
                    + "[^\\d\\n]{0,25}$",
            FLAGS);

    private static final Pattern PHONE_WORD =
            Pattern.compile("tel|phone|call|zadzwo|dzwo|komórk|kom\\.|тел|звън|звон|τηλ|κιν", FLAGS);
    private static final Pattern MONEY = Pattern.compile("^ ?(?:zł|zl|pln|eur|€|лв|руб|₽|\\$|£|usd|gbp)", FLAGS);

    private final String written;
    private final List<Finding> findings = new ArrayList<>();

    ContactFinder(String written) {
        this.written = written;
        FoldedText folded = new FoldedText(written);
        CharSequence text = folded.text();
        EMAILS.forEach(pattern -> find(Kind.EMAIL, pattern, folded, text));
        LINKS.forEach(pattern -> find(Kind.LINK, pattern, folded, text));
        PHONES.forEach(pattern -> find(Kind.PHONE, pattern, folded, text));
        findings.sort(Comparator.comparing(Finding::start).thenComparing(Finding::kind));
    }

    /** A number as people of one country write it: its first digits, with a space between each, and how many follow. */
    private static Pattern national(String first, int least, int most) {
        return Pattern.compile(
                ALONE + "\\(?" + first.replace(" ", GAP) + "(?:" + GAP + "\\d){" + least + "," + most + "}" + ENDS);
    }

    private void find(Kind kind, Pattern pattern, FoldedText folded, CharSequence text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (kind != Kind.PHONE || isPhone(text, matcher)) {
                findings.add(new Finding(kind, folded.place(matcher.start()), folded.place(matcher.end())));
            }
        }
    }

    private static boolean isPhone(CharSequence text, Matcher number) {
        boolean international = number.group().startsWith("+");
        CharSequence before = text.subSequence(Math.max(0, number.start() - 40), number.start());
        CharSequence after = text.subSequence(number.end(), Math.min(text.length(), number.end() + 5));
        Matcher named = NUMBERED.matcher(before);
        boolean isOfSomething =
                named.find() && !PHONE_WORD.matcher(named.group()).find();
        return international
                || !(isOfSomething
                        || DATE.matcher(number.group()).find()
                        || MONEY.matcher(after).find());
    }

    /** The first kind of contact data that was found. */
    Optional<Kind> first() {
        return findings.stream().findFirst().map(Finding::kind);
    }

    /** The original text, with contact data replaced by dots. */
    String masked() {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Finding finding : findings) {
            if (finding.start() >= done) {
                masked.append(written, done, finding.start()).append(MASK);
            }
            done = Math.max(done, finding.end());
        }
        return masked.append(written, done, written.length()).toString();
    }
}
