package dev.orderly.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.mail.inbound.TokenReading.Expired;
import dev.orderly.mail.inbound.TokenReading.Forged;
import dev.orderly.mail.inbound.TokenReading.Genuine;
import dev.orderly.notification.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UpperChars;

class ReplyTokensTest {

    private static final byte[] KEY = key(1);
    private static final int LAST_DAY = (int) LocalDate.of(2027, 3, 2).toEpochDay();
    private static final ReplyTokens TOKENS = tokens(1, KEY);
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    @Property(tries = 2000)
    void every_token_opens_its_own_order_in_any_case(
            @ForAll @StringLength(min = 1, max = 22) @CharRange(from = ' ', to = '~') String number) {
        String address = address(TOKENS, number, "customer");

        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(TOKENS.read(address)).contains(genuine(number, "customer"));
        assertThat(TOKENS.read(address.toUpperCase(Locale.ROOT))).contains(genuine(number, "customer"));
    }

    @Property(tries = 2000)
    void a_token_with_any_other_letter_in_any_place_is_forged(
            @ForAll @StringLength(min = 1, max = 15) @NumericChars @UpperChars String number,
            @ForAll @IntRange(max = 57) int place,
            @ForAll @IntRange(min = 1, max = 31) int by) {
        String address = address(TOKENS, number, "seller");
        int start = "reply+".length();
        int index = start + place % (address.indexOf('@') - start);
        char other = ALPHABET.charAt((ALPHABET.indexOf(address.charAt(index)) + by) % 32);

        assertThat(TOKENS.read(address.substring(0, index) + other + address.substring(index + 1)))
                .contains(new Forged());
    }

    @Property(tries = 1000)
    void a_token_that_is_shortened_or_lengthened_is_forged(
            @ForAll @StringLength(min = 1, max = 15) @NumericChars String number,
            @ForAll @IntRange(max = 57) int length) {
        String token = token(address(TOKENS, number, "customer"));

        assertThat(TOKENS.read("reply+" + token.substring(0, length % token.length()) + "@shop.example"))
                .contains(new Forged());
        assertThat(TOKENS.read("reply+" + token + ALPHABET.charAt(length % 32) + "@shop.example"))
                .contains(new Forged());
    }

    @Property(tries = 1000)
    void the_signature_of_one_order_or_role_opens_no_other(
            @ForAll @StringLength(min = 1, max = 15) @NumericChars String one,
            @ForAll @StringLength(min = 1, max = 15) @NumericChars String other) {
        Assume.that(!one.equals(other));
        byte[] mine = Base32.decode(token(address(TOKENS, one, "customer"))).orElseThrow();
        byte[] signature = Arrays.copyOfRange(mine, mine.length - 10, mine.length);

        for (ReplyPermission wanted : new ReplyPermission[] {
            new ReplyPermission(other, "customer", LAST_DAY),
            new ReplyPermission(one, "staff", LAST_DAY),
            new ReplyPermission(one, "customer", 50000)
        }) {
            byte[] theirs =
                    Base32.decode(token(TOKENS.address(wanted).orElseThrow())).orElseThrow();
            System.arraycopy(signature, 0, theirs, theirs.length - 10, 10);
            assertThat(TOKENS.read("reply+" + Base32.encode(theirs) + "@shop.example"))
                    .contains(new Forged());
        }
    }

    @Property(tries = 500)
    void a_token_made_with_another_key_is_forged(@ForAll @IntRange(max = 15) int keyId) {
        ReplyTokens theirs = tokens(keyId, key(99));

        assertThat(TOKENS.read(address(theirs, "2026/118", "customer"))).contains(new Forged());
    }

    @Example
    void a_token_counts_up_to_its_last_day() {
        String address = address(TOKENS, "2026/118", "customer");

        assertThat(at("2027-03-02T23:59:59Z").read(address)).contains(genuine("2026/118", "customer"));
        assertThat(at("2027-03-03T00:00:00Z").read(address)).contains(new Expired());
    }

    @Example
    void a_key_can_be_replaced_while_old_mails_are_still_answered() {
        String old = address(TOKENS, "2026/118", "customer");
        ReplyTokens renewed = builder().key(2, key(2)).oldKey(1, KEY).build();

        assertThat(renewed.read(old)).contains(genuine("2026/118", "customer"));
        assertThat(address(renewed, "2026/118", "customer")).isNotEqualTo(old);
        assertThat(tokens(2, key(2)).read(old)).contains(new Forged());
    }

    @Example
    void a_uuid_fits_and_a_number_that_is_too_long_has_no_address() {
        String uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
        assertThat(TOKENS.read(address(TOKENS, uuid, "customer"))).contains(genuine(uuid, "customer"));
        assertThat(TOKENS.address(new ReplyPermission(uuid.toUpperCase(Locale.ROOT), "customer", LAST_DAY)))
                .isEmpty();
        assertThat(TOKENS.address(new ReplyPermission("1".repeat(22), "customer", LAST_DAY)))
                .isPresent();
        assertThat(TOKENS.address(new ReplyPermission("1".repeat(23), "customer", LAST_DAY)))
                .isEmpty();
        assertThat(TOKENS.address(new ReplyPermission("1".repeat(16), "seller", LAST_DAY)))
                .isPresent();
        assertThat(TOKENS.address(new ReplyPermission("1".repeat(17), "seller", LAST_DAY)))
                .isEmpty();
    }

    @Example
    void a_host_of_its_own_leaves_more_room() {
        ReplyTokens tokens =
                ReplyTokens.builder("{token}@reply.shop.example").key(1, KEY).build();

        String address = address(tokens, "1".repeat(26), "customer");

        assertThat(address).endsWith("@reply.shop.example");
        assertThat(tokens.read(address)).contains(genuine("1".repeat(26), "customer"));
    }

    @Example
    void an_address_of_another_form_is_none_of_ours() {
        assertThat(TOKENS.read("orders@shop.example")).isEmpty();
        assertThat(TOKENS.read("reply@shop.example")).isEmpty();
        assertThat(TOKENS.read("")).isEmpty();
        assertThat(TOKENS.read(address(TOKENS, "1", "customer").replace("shop.", "shop2.")))
                .isEmpty();
        assertThat(TOKENS.read("reply+@shop.example")).contains(new Forged());
        assertThat(TOKENS.read("reply+žluť@shop.example")).contains(new Forged());
    }

    @Example
    void a_notification_can_be_answered_in_its_recipients_role_for_a_year() {
        String address = TOKENS.of(Mails.placed("2026/118", "seller"), Recipient.of("seller@example.org"))
                .orElseThrow();

        assertThat(TOKENS.read(address)).contains(genuine("2026/118", "seller"));
    }

    @Example
    void what_is_not_safe_is_not_built() {
        assertThatThrownBy(() -> ReplyTokens.builder("reply@shop.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"reply@shop.example\" is no form of addresses: write one such as"
                        + " reply+{token}@shop.example, with at most 24 characters before {token}");
        assertThatThrownBy(() -> builder().key(1, new byte[16]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key for reply tokens must have at least 32 bytes, but has 16: take them from"
                        + " SecureRandom");
        assertThatThrownBy(() -> builder().key(16, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the id of a key must be from 0 to 15, but is 16");
        assertThatThrownBy(() -> builder().key(1, KEY).oldKey(1, KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are two keys of the id 1: give each key its own");
        assertThatThrownBy(() -> builder().oldKey(1, KEY).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reply tokens need a key: give one to key(…)");
    }

    private static ReplyTokens at(String now) {
        return builder()
                .key(1, KEY)
                .clock(Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .build();
    }

    private static ReplyTokens tokens(int id, byte[] key) {
        return builder().key(id, key).build();
    }

    private static ReplyTokensBuilder builder() {
        return ReplyTokens.builder("reply+{token}@shop.example").clock(Mails.CLOCK);
    }

    private static byte[] key(int seed) {
        return ("a test's key, number " + seed + ", of many bytes").getBytes(StandardCharsets.UTF_8);
    }

    private static String address(ReplyTokens tokens, String number, String role) {
        return tokens.address(new ReplyPermission(number, role, LAST_DAY)).orElseThrow();
    }

    private static String token(String address) {
        return address.substring("reply+".length(), address.indexOf('@'));
    }

    private static Genuine genuine(String number, String role) {
        return new Genuine(new ReplyPermission(number, role, LAST_DAY));
    }
}
