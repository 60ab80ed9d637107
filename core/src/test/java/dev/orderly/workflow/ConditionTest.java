package dev.orderly.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.workflow.Condition.Kind;
import dev.orderly.workflow.Condition.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of condition has in common. */
class ConditionTest {

    private static Object content(Shape shape) {
        return switch (shape) {
            case FIELDS -> FieldCondition.of("payment", "prepaid");
            case NAMES -> "tracking";
            case FLAG -> true;
            case ITEMS -> ItemCondition.all("sent", "cancelled");
            case FLOWS -> FlowCondition.of("payment", "paid", "refunded");
            case LIMIT -> TimeLimit.after("P14D", "deliver");
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_condition_is_made_of_its_content_and_gives_it_back(Kind kind) {
        Condition condition = kind.of(content(kind.shape()));

        assertThat(condition.kind()).isEqualTo(kind);
        assertThat(kind.of(condition.content())).isEqualTo(condition);
        assertThat(condition.words()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void a_content_of_another_shape_is_refused(Kind kind) {
        if (kind.shape() != Shape.FLAG) {
            assertThatThrownBy(() -> kind.of(1)).isInstanceOf(ClassCastException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_transition_has_what_it_was_given_and_so_has_its_copy(Kind kind) {
        Condition condition = kind.of(content(kind.shape()));
        Transition transition =
                Transition.builder("ship").to("sent").condition(condition).build();

        assertThat(transition.conditions()).containsExactly(condition);
        assertThat(transition.conditions(kind)).containsExactly(condition);
        assertThat(transition.toBuilder().build()).isEqualTo(transition).hasSameHashCodeAs(transition);
        assertThat(transition)
                .isNotEqualTo(Transition.builder("ship").to("sent").build());
    }

    @Test
    void a_condition_that_a_transition_has_once_takes_the_place_of_the_one_before() {
        Transition transition = Transition.builder("ship")
                .to("sent")
                .within(TimeLimit.after("P1D"))
                .condition(new Within(TimeLimit.after("P2D")))
                .once()
                .once()
                .build();

        assertThat(transition.within()).isEqualTo(TimeLimit.after("P2D"));
        assertThat(transition.conditions()).hasSize(2);
    }

    @Test
    void conditions_stand_in_the_order_of_their_kinds() {
        Transition transition = Transition.builder("ship")
                .to("sent")
                .guard("credit-limit")
                .once()
                .needs("b", "a")
                .whenField("paid", true)
                .build();

        assertThat(transition.conditions())
                .containsExactly(
                        FieldCondition.of("paid", true),
                        new RequiredData("b"),
                        new RequiredData("a"),
                        new Once(),
                        new GuardCondition("credit-limit"));
    }

    @Test
    void a_condition_that_does_not_apply_is_none() {
        Transition transition = Transition.builder("ship")
                .to("sent")
                .once()
                .once(false)
                .within(TimeLimit.after("P1D"))
                .within(null)
                .build();

        assertThat(transition.conditions()).isEmpty();
    }
}
