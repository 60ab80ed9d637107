package dev.orderly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyCommandTest {

    @Test
    void the_line_has_a_hash_and_the_key_is_shown_beside_it() {
        Cli key = Cli.run("key", "staff", "warehouse");

        assertThat(key.exitCode()).isZero();
        assertThat(key.out()).matches("[0-9a-f]{64} staff warehouse\\R").doesNotContain("ord_");
        assertThat(key.err()).matches("The key, which is not shown again: ord_[\\w-]{43}\\R");
    }

    @Test
    void each_key_is_another() {
        assertThat(Cli.run("key", "staff").out())
                .isNotEqualTo(Cli.run("key", "staff").out());
    }

    @Test
    void the_key_of_a_customer_has_an_address() {
        assertThat(Cli.run("key", "customer", "anna@example.com").out())
                .endsWith(" customer anna@example.com" + System.lineSeparator());

        Cli without = Cli.run("key", "customer");

        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .isEqualToIgnoringNewLines(
                        "a customer's key needs the e-mail address whose orders it shows: orderly key"
                                + " customer anna@example.com");
    }

    @Test
    void nobody_is_the_library_itself() {
        Cli key = Cli.run("key", "system");

        assertThat(key.exitCode()).isEqualTo(2);
        assertThat(key.out()).isEmpty();
        assertThat(key.err())
                .isEqualToIgnoringNewLines("the role system is the library itself: use a role of your own");
    }
}
