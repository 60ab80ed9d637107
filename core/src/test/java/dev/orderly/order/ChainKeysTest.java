package dev.orderly.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainKeysTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String SECRET = Base64.getEncoder().encodeToString(secret(1));

    static byte[] secret(int fill) {
        byte[] bytes = new byte[ChainKey.MIN_BYTES];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private static ChainKey key(String id) {
        return ChainKey.of(id, secret(1));
    }

    private static String hash(ChainKeys keys, Instant now) {
        return HashChain.next(HashChain.START, Activities.placed(), Activities.REDACTION, keys, now);
    }

    @Test
    void a_key_shows_its_id_and_nothing_of_its_secret() {
        assertThat(key("2026-11")).hasToString("chain key 2026-11");
        assertThat(ChainKeys.of(key("2026-11"), key("2027-11").withSince(NOON)))
                .hasToString("chain keys [2026-11, 2027-11]");
    }

    @Test
    void a_key_has_bytes_of_its_own() {
        byte[] bytes = secret(1);
        ChainKey key = ChainKey.of("k", bytes);
        bytes[0] = 9;

        assertThat(key.hash(new byte[0])).isEqualTo(key("k").hash(new byte[0]));
    }

    /** The first test case of RFC 4231, with its key filled up with zeros, which HMAC does as well. */
    @Test
    void a_hash_with_a_key_is_hmac_sha_256_in_base64url() {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex("0b".repeat(20)), ChainKey.MIN_BYTES);

        String hash = ChainKey.of("rfc-4231", bytes).hash("Hi There".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(hash).startsWith("hmac:rfc-4231:");
        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(hash.substring(14))))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void the_longest_id_makes_a_hash_of_64_characters() {
        assertThat(hash(ChainKeys.of(key("a23456789-12345")), NOON)).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> key("a23456789-123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "ä", "a:b", "a_b", "sesame-sesame-sesame-sesame-sesame"})
    void what_cannot_be_an_id_is_refused_and_not_shown(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(id))
                .withMessage("the id of a chain key must be up to 15 lower-case letters, digits and hyphens, such as"
                        + " 2026-11, but this one has " + id.length() + " characters, or others");
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainKey.of("k", new byte[31]))
                .withMessage("the secret of the chain key needs at least 32 random bytes, but has 31");
    }

    @Test
    void an_entry_has_the_newest_key_whose_time_has_come() {
        ChainKeys keys = ChainKeys.of(key("one").withSince(NOON), key("two").withSince(NOON.plusSeconds(60)));

        assertThat(hash(keys, NOON.minusNanos(1))).matches("[0-9a-f]{64}");
        assertThat(hash(keys, NOON)).startsWith("hmac:one:");
        assertThat(hash(keys, NOON.plusSeconds(59))).startsWith("hmac:one:");
        assertThat(hash(keys, NOON.plusSeconds(60))).startsWith("hmac:two:");
    }

    @Test
    void an_entry_whose_own_time_is_later_has_the_key_of_that_time() {
        ChainKeys keys = ChainKeys.of(key("one").withSince(Activities.START));

        assertThat(hash(keys, Activities.START.minusSeconds(3600))).startsWith("hmac:one:");
    }

    @Test
    void an_entry_never_has_an_older_key_than_the_one_before_it() {
        ChainKeys keys = ChainKeys.of(
                key("one"),
                key("two").withSince(NOON),
                ChainKey.lost("three").withSince(NOON.plusSeconds(1)),
                key("four").withSince(NOON.plusSeconds(2)));
        String ahead = hash(keys, NOON);

        assertThat(HashChain.next(ahead, Activities.placed(), Activities.REDACTION, keys, Activities.START))
                .startsWith("hmac:two:");
        assertThat(HashChain.next(
                        ahead.replace("two", "three"),
                        Activities.placed(),
                        Activities.REDACTION,
                        keys,
                        Activities.START))
                .startsWith("hmac:four:");
    }

    @Test
    void nothing_is_written_behind_an_unknown_key() {
        ChainKeys keys = ChainKeys.of(key("one"));
        String unknown = hash(ChainKeys.of(key("two")), NOON);

        assertThat(keys.canFollow(unknown)).isFalse();
        assertThat(ChainKeys.NONE.canFollow(unknown)).isFalse();
        assertThat(ChainKeys.of(ChainKey.lost("two"), key("one").withSince(NOON))
                        .canFollow(unknown))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashChain.next(unknown, Activities.placed(), Activities.REDACTION, keys, NOON))
                .withMessage("an entry cannot follow one that is made with the chain key two, which is not given");
    }

    @Test
    void keys_are_given_the_oldest_first() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainKeys.of(key("one"), key("two")))
                .withMessage("chain key two needs a time from which on it is used, later than that of chain key one"
                        + " before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ChainKeys.of(key("one").withSince(NOON), key("two").withSince(NOON)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainKeys.of(key("one"), key("one").withSince(NOON)))
                .withMessage("two chain keys have the id one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainKeys.of(ChainKey.lost("one")))
                .withMessageContaining("the newest chain key cannot be a lost one");
    }

    @Test
    void keys_are_read_from_a_text() {
        ChainKeys keys = ChainKeys.parse("""
                # the shop's keys

                2025-11 lost
                2026-11\t%s since 2026-12-01T12:00:00Z
                """.formatted(SECRET));

        assertThat(keys).hasToString("chain keys [2025-11, 2026-11]");
        assertThat(hash(keys, NOON)).isEqualTo(hash(ChainKeys.of(key("2026-11")), NOON));
        assertThat(keys.isEmpty()).isFalse();
        assertThat(ChainKeys.NONE.isEmpty()).isTrue();
    }

    @Test
    void both_alphabets_of_base64_are_read_with_padding_or_without() {
        byte[] bytes = secret(0xFB);
        String standard = Base64.getEncoder().encodeToString(bytes);
        String url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(standard).contains("+", "=");
        assertThat(url).contains("-");
        assertThat(hash(ChainKeys.parse("k " + standard), NOON))
                .isEqualTo(hash(ChainKeys.parse("k " + url), NOON))
                .isEqualTo(hash(ChainKeys.of(ChainKey.of("k", bytes)), NOON));
    }

    @Test
    void a_text_that_cannot_be_read_is_refused_with_its_line_and_nothing_of_a_secret() {
        refuses("", "there is no chain key in the text: write a line ID SECRET");
        refuses(SECRET, "line 1 of the chain keys: it must be ID SECRET, or ID SECRET since TIME, but has 1 words");
        refuses("k " + SECRET + " from 2026-12-01T12:00:00Z", "but has 4 words, or others");
        refuses("\nk !" + SECRET, "line 2 of the chain keys: the secret must be in Base64");
        refuses("k c2hvcnQ=", "line 1 of the chain keys: the secret of the chain key needs at least 32 random bytes");
        refuses("k " + SECRET + " since 2026-12-01", "the time must be one in UTC, such as");
        refuses(SECRET + " k", "line 1 of the chain keys: the ");
        refuses("k " + SECRET + "\nl " + SECRET, "line 2 of the chain keys: chain key l needs a time");
    }

    private static void refuses(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainKeys.parse(text))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain(SECRET.substring(0, 8)));
    }
}
