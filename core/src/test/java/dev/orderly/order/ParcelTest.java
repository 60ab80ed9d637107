package dev.orderly.order;

import static dev.orderly.order.Activities.evolve;
import static dev.orderly.order.Activities.move;
import static dev.orderly.order.Activities.placed;
import static dev.orderly.order.Activities.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Workflow;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on its way, and where it can be followed. */
class ParcelTest {

    private static final Workflow SHOP = shop().build();

    @Test
    void a_tracking_number_is_a_parcel() {
        assertThat(sent(Data.of("tracking", "T1")).parcels()).containsExactly(Parcel.of("T1"));
    }

    @Test
    void a_known_carrier_gives_the_link() {
        assertThat(sent(Data.of("tracking", "T1").with("carrier", "inpost")).parcels())
                .containsExactly(
                        Parcel.of("T1").withCarrier("inpost").withLink("https://inpost.pl/track?n=T1&lang=pl"));
    }

    @Test
    void an_unknown_carrier_is_kept_without_a_link() {
        assertThat(sent(Data.of("tracking", "T1").with("carrier", "my uncle")).parcels())
                .containsExactly(Parcel.of("T1").withCarrier("my uncle"));
    }

    @Test
    void the_usual_carrier_is_taken_where_none_is_named() {
        Workflow usual = shop().parcels(new ParcelFields("tracking", "carrier", "inpost"))
                .build();

        assertThat(evolve(usual, placed(Data.of("tracking", "T1"))).parcels())
                .extracting(Parcel::carrier)
                .containsExactly("inpost");
    }

    @Test
    void another_number_is_one_more_parcel() {
        Order order = evolve(
                SHOP, placed(Data.of("tracking", "T1")), move(2, "open", "send", "sent", 1, Data.of("tracking", "T2")));

        assertThat(order.parcels()).extracting(Parcel::trackingNumber).containsExactly("T1", "T2");
    }

    @Test
    void the_same_number_is_the_same_parcel() {
        Order order = evolve(
                SHOP, placed(Data.of("tracking", "T1")), move(2, "open", "send", "sent", 1, Data.of("tracking", "T1")));

        assertThat(order.parcels()).hasSize(1);
    }

    @Test
    void a_carrier_named_later_belongs_to_the_parcel() {
        Order order = evolve(
                SHOP,
                placed(Data.of("tracking", "T1")),
                move(2, "open", "send", "sent", 1, Data.of("carrier", "inpost")));

        assertThat(order.parcels())
                .containsExactly(
                        Parcel.of("T1").withCarrier("inpost").withLink("https://inpost.pl/track?n=T1&lang=pl"));
    }

    @Test
    void a_carrier_without_a_number_is_no_parcel() {
        assertThat(sent(Data.of("carrier", "inpost")).parcels()).isEmpty();
    }

    @Test
    void a_workflow_without_parcels_keeps_none() {
        Workflow none = Workflow.builder("shop").status("open", s -> {}).build();

        assertThat(evolve(none, placed(Data.of("tracking", "T1"))).parcels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1&lang=xx",
                "1#top",
                "1?x=y",
                "../../login",
                "//evil.example",
                "\"><script>",
                "1 2",
                "%2e%2e",
                "javascript:alert(1)",
                "ą漢",
                "{number}"
            })
    void a_hostile_number_cannot_change_the_link(String number) {
        Order order = sent(Data.of("tracking", number).with("carrier", "path"));

        URI link = URI.create(String.valueOf(order.parcels().get(0).link()));

        assertThat(link.getHost()).isEqualTo("path.example");
        assertThat(link.getPath()).isEqualTo("/p/" + number + "/where");
        assertThat(link.getRawPath().split("/", -1)).hasSize(4);
        assertThat(link.getRawQuery()).isNull();
        assertThat(link.getRawFragment()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void a_number_that_browsers_take_for_a_step_up_has_no_link(String number) {
        assertThat(sent(Data.of("tracking", number).with("carrier", "path")).parcels())
                .containsExactly(Parcel.of(number).withCarrier("path"));
    }

    private static Order sent(Data data) {
        return evolve(SHOP, placed(), move(2, "open", "send", "sent", 1, data));
    }
}
