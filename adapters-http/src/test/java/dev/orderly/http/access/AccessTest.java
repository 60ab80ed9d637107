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
    void a_request_without_a_principal_or_one_of_the_roles_has_no_caller() {
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
    void the_first_of_several_sources_that_identifies_a_caller_counts() {
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
