package dev.orderly.mail;

import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail address in the form that every mail server takes: RFC 5321's dot-string before the at sign, a domain name
 * after it. Names with comments, quoted parts or several addresses, which RFC 5322 allows, are none here: the ways in
 * which they can be misread are worth more to an attacker than to a customer. A domain in other letters is written in its
 * ASCII form.
 *
 * @param text the address
 */
record MailAddress(String text) {

    /** The longest that fits a path of RFC 5321, 4.5.3.1.3. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    /** Reads an address; empty if it is none. Spaces around it, which forms leave, do not count. */
    static Optional<MailAddress> read(String text) {
        String address = strip(text);
        int at = address.lastIndexOf('@');
        if (at < 1
                || at > MAX_LOCAL_LENGTH
                || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return domain(address.substring(at + 1))
                .map(domain -> address.substring(0, at) + "@" + domain)
                .filter(whole -> whole.length() <= MAX_LENGTH)
                .map(MailAddress::new);
    }

    /** An address that a shop configures. */
    static MailAddress require(String what, String text) {
        return read(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        what + " must be one e-mail address, such as shop@example.org, but is \"" + text + "\""));
    }

    /** A domain name in ASCII; empty if it is none. */
    static Optional<String> domain(String name) {
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            return Optional.of(ascii).filter(d -> DOMAIN.matcher(d).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is behind the at sign. */
    String domain() {
        return text.substring(text.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The address with a name, encoded as headers need it. */
    InternetAddress named(@Nullable String name) {
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        String line = name == null ? "" : HeaderText.of(name);
        try {
            address.setPersonal(line.isEmpty() ? null : line, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is part of every Java", e);
        }
        return address;
    }

    /** Only spaces: {@link String#strip} would take line breaks as well, which have no business here. */
    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(start, end);
    }
}
