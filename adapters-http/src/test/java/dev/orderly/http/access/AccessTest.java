package dev.orderly.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.order.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTest {

    private final Access principal = Access.ofPrincipal(List.of("staff", "carrier", "customer"));

    @Test
    void the_principal_acts_in_the_first_role_that_the_container_confirms() {
        assertThat(principal.caller(FakeRequest.by("anna", "carrier", "staff")).map(Caller::actor))
                .hasValue(Actor.of("staff", "anna"));
        assertThat(principal.caller(FakeRequest.by("dpd-7", "carrier")).map(Caller::actor))
                .hasValue(Actor.of("carrier", "dpd-7"));
    }

    @Test
    void a_customers_name_is_the_address_whose_orders_are_shown() {
        assertThat(principal.caller(FakeRequest.by("ijon@example.com", "customer")))
                .get()
                .satisfies(caller -> {
                    assertThat(caller.actor()).isEqualTo(Actor.of("customer"));
                    assertThat(caller.email()).isEqualTo("ijon@example.com");
                });
    }

    @Test
    void who_is_not_signed_in_or_has_none_of_the_roles_is_a_stranger() {
        assertThat(principal.caller(FakeRequest.withAuthorization(null))).isEmpty();
        assertThat(principal.caller(FakeRequest.by("anna", "editor"))).isEmpty();
    }

    @Test
    void roles_that_cannot_be_are_refused_at_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.ofPrincipal(List.of()))
                .withMessage("ofPrincipal needs the roles to ask for, such as List.of(\"staff\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.ofPrincipal(List.of("ROLE!")))
                .withMessage("\"ROLE!\" cannot be a role: it is no valid name");
    }

    @Test
    void of_several_sources_the_first_that_knows_somebody_is_believed() {
        ApiKey.Created key = ApiKey.create(Actor.of("seller"));
        Access both = Access.firstOf(ApiKeys.of(List.of(key.key())), principal);

        assertThat(both.caller(FakeRequest.by("anna", "staff")).map(Caller::actor))
                .hasValue(Actor.of("staff", "anna"));
        assertThat(both.caller(FakeRequest.withAuthorization("Bearer " + key.secret()))
                        .map(Caller::actor))
                .hasValue(Actor.of("seller"));
        assertThat(both.caller(FakeRequest.withAuthorization(null))).isEmpty();
    }
}
