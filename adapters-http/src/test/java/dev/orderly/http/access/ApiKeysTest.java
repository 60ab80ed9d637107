package dev.orderly.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.orderly.order.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {

    private final ApiKey.Created staff = ApiKey.create(Actor.of("staff", "anna"));
    private final ApiKeys keys =
            ApiKeys.of(List.of(staff.key(), ApiKey.create(Actor.of("carrier")).key()));

    @TempDir
    private Path folder;

    @Test
    void a_key_identifies_its_caller_however_the_scheme_is_written() {
        assertThat(actor("Bearer " + staff.secret())).hasValue(Actor.of("staff", "anna"));
        assertThat(actor("bearer  " + staff.secret())).hasValue(Actor.of("staff", "anna"));
    }

    @Test
    void other_credentials_identify_no_caller() {
        assertThat(actor(null)).isEmpty();
        assertThat(actor("")).isEmpty();
        assertThat(actor("Bearer ")).isEmpty();
        assertThat(actor("Basic " + staff.secret())).isEmpty();
        assertThat(actor(staff.secret())).isEmpty();
        assertThat(actor("Bearer " + staff.key().sha256())).isEmpty();
        assertThat(actor("Bearer " + staff.secret() + "A")).isEmpty();
        assertThat(actor("Bearer " + ApiKey.create(Actor.of("staff")).secret())).isEmpty();
        assertThat(actor("Bearer " + staff.secret() + "\u0000".repeat(100_000))).isEmpty();
    }

    @Test
    void a_key_is_32_random_bytes_that_can_be_recognised() {
        assertThat(staff.secret()).matches("ord_[A-Za-z0-9_-]{43}");
        assertThat(staff.secret())
                .isNotEqualTo(ApiKey.create(Actor.of("staff", "anna")).secret());
    }

    @Test
    void neither_a_key_nor_an_address_shows_where_it_is_printed() {
        ApiKey.Created customer = ApiKey.createForCustomer("ijon@example.com");

        assertThat(staff.toString()).isEqualTo("Created[ApiKey[staff:anna]]").doesNotContain(staff.secret());
        assertThat(customer.toString()).doesNotContain("ijon");
    }

    @Test
    void what_a_file_has_is_known_again() throws IOException {
        ApiKey.Created customer = ApiKey.createForCustomer("ijon@example.com");
        ApiKey.Created seller = ApiKey.create(Actor.of("seller"));
        ApiKeys read = ApiKeys.read(file(
                "# keys of the shop",
                "",
                staff.key().line(),
                "  " + customer.key().line() + "  ",
                seller.key().line().replace(" ", "\t")));

        assertThat(read.caller(FakeRequest.withAuthorization("Bearer " + staff.secret()))
                        .map(Caller::actor))
                .hasValue(Actor.of("staff", "anna"));
        assertThat(read.caller(FakeRequest.withAuthorization("Bearer " + seller.secret()))
                        .map(Caller::actor))
                .hasValue(Actor.of("seller"));
        assertThat(read.caller(FakeRequest.withAuthorization("Bearer " + customer.secret()))
                        .map(Caller::email))
                .hasValue("ijon@example.com");
    }

    @Test
    void everything_that_is_wrong_with_a_file_is_said_at_once() throws IOException {
        String hash = staff.key().sha256();
        Path file = file(
                hash,
                hash + " staff anna and others",
                "0123 staff",
                staff.secret() + " staff",
                hash + " Staff!",
                hash + " system",
                hash + " customer",
                hash + " customer ijon",
                hash + " staff #anna",
                hash + " staff",
                hash + " seller");

        assertThatThrownBy(() -> ApiKeys.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .extracting(
                        e -> String.valueOf(e.getMessage())
                                .replace(file + ":", "")
                                .lines()
                                .toList(),
                        list(String.class))
                .containsExactly(
                        "1: a line has a hash, a role and perhaps an id or, for a customer, the e-mail address;"
                                + " this one has 1 word",
                        "2: a line has a hash, a role and perhaps an id or, for a customer, the e-mail address;"
                                + " this one has 5 words",
                        "3: the hash must be 64 lower-case hexadecimal digits, but has 4 characters or others:"
                                + " copy the line that was shown when the key was made",
                        "4: this is a key itself, not its hash, and whoever can read this could use it:"
                                + " throw it away and make a new one",
                        "5: \"Staff!\" cannot be a role: it is no valid name",
                        "6: the role system is the library itself: use a role of your own",
                        "7: the line of a customer needs the e-mail address whose orders are shown after the role",
                        "8: the line of a customer needs the e-mail address whose orders are shown after the role",
                        "9: the id of an actor must have no blanks and must not begin with #, so that it fits into"
                                + " a line of a keys file",
                        "11: this key is in line 10 already: take one of the two out");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path missing = folder.resolve("missing.txt");

        assertThatThrownBy(() -> ApiKeys.read(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the keys file " + missing
                        + " cannot be read: it must be a text file in UTF-8 that this process may read");
    }

    @Test
    void a_customers_key_cannot_be_made_without_an_address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.create(Actor.of("customer")))
                .withMessageContaining("Caller.customer(email)");
    }

    @Test
    void an_id_that_would_not_fit_into_a_line_is_refused_before_its_key_is_handed_out() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.create(Actor.of("staff", "Anna Nowak")))
                .withMessage("the id of an actor must have no blanks and must not begin with #, so that it fits into a"
                        + " line of a keys file");
    }

    @Test
    void two_people_cannot_have_one_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKeys.of(List.of(staff.key(), staff.key())))
                .withMessage("two keys have the same hash: each must be somebody's own");
    }

    private Optional<Actor> actor(@Nullable String header) {
        return keys.caller(FakeRequest.withAuthorization(header)).map(Caller::actor);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("keys.txt"), List.of(lines));
    }
}
