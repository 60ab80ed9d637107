package dev.orderly.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("new", "shipped", "in-processing", "awaiting-payment");

    @Test
    void a_letter_too_few_too_many_or_wrong_is_one_slip() {
        assertThat(NearestName.to("shiped", KNOWN)).isEqualTo("shipped");
        assertThat(NearestName.to("shippped", KNOWN)).isEqualTo("shipped");
        assertThat(NearestName.to("shipper", KNOWN)).isEqualTo("shipped");
        assertThat(NearestName.to("now", KNOWN)).isEqualTo("new");
    }

    @Test
    void swapped_neighbours_are_one_slip() {
        assertThat(NearestName.to("nwe", KNOWN)).isEqualTo("new");
        assertThat(NearestName.to("enw", KNOWN)).isEqualTo("new");
    }

    @Test
    void letter_case_is_no_slip() {
        assertThat(NearestName.to("NEW", KNOWN)).isEqualTo("new");
        assertThat(NearestName.to("en", List.of("EN"))).isEqualTo("EN");
    }

    @Test
    void a_third_of_the_letters_may_be_wrong_but_never_more_than_three() {
        assertThat(NearestName.to("shixxed", KNOWN)).isEqualTo("shipped");
        assertThat(NearestName.to("sxixxed", KNOWN)).isNull();
        assertThat(NearestName.to("awaiting-paxxxnt", KNOWN)).isEqualTo("awaiting-payment");
        assertThat(NearestName.to("awaiting-xxxxent", KNOWN)).isNull();
        assertThat(NearestName.to("nxx", KNOWN)).isNull();
        assertThat(NearestName.to("pl", List.of("el", "p"))).isNull();
    }

    @Test
    void of_several_the_closest_is_suggested_and_the_first_of_equals() {
        assertThat(NearestName.to("sent-bak", List.of("sent-bar", "sent-back", "sent-bask")))
                .isEqualTo("sent-bar");
        assertThat(NearestName.to("sent-bakk", List.of("sent-xxkk", "sent-back", "sent-bakk2")))
                .isEqualTo("sent-back");
    }

    @Test
    void among_no_names_none_is_near() {
        assertThat(NearestName.to("new", List.of())).isNull();
    }
}
