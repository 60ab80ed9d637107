package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import org.junit.jupiter.api.Test;

/** What the first step of a case sees of its order. */
class OpeningCasesTest {

    private static final String SHOP = """
            workflow: shop
            version: 1
            statuses:
              sent: { label: { en: Sent } }
              received: { label: { en: Received }, done: true }
            transitions:
              - { on: place, to: sent, by: customer }
              - { on: receive, from: sent, to: received, by: carrier }
            flows:
              payment:
                label: { en: Payment }
                statuses: { owed: , paid: { done: true } }
                transitions:
                  - { on: begin, to: owed }
                  - { on: pay, from: owed, to: paid, by: platform }
            cases:
              return:
                label: { en: Return }
                open-in: [sent, received]
                statuses: { asked: , done: { done: true } }
                transitions:
                  - { on: open, to: asked, by: customer, within: { time: P14D, of: order.receive } }
                  - { on: end, from: asked, to: done, by: staff }
              warranty:
                label: { en: Warranty }
                open-in: received
                statuses: { asked: , done: { done: true } }
                transitions:
                  - { on: open, to: asked, by: customer, not-before: { time: P14D, of: order.receive },
                      when-flow: { payment: paid } }
                  - { on: end, from: asked, to: done, by: staff }
            """;

    private static OrderWalk sent() {
        return OrderWalk.of(WorkflowFiles.read("shop.yaml", SHOP).orThrow()).place("customer");
    }

    private static OrderWalk received() {
        return sent().go("receive", "carrier");
    }

    @Test
    void its_limits_count_from_what_happened_to_the_order() {
        assertThat(sent().later("PT9999H").open("return", "customer").caseStatus(2))
                .isEqualTo("asked");
        assertThat(received().later("PT336H").open("return", "customer").caseStatus(2))
                .isEqualTo("asked");
        assertThat(received().later("PT336H1S").notOpened("return", "customer").code())
                .isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void it_waits_for_what_a_flow_has_not_done() {
        OrderWalk walk = received().later("PT336H");

        assertThat(walk.notOpened("warranty", "customer").code()).isEqualTo(Reason.FLOW_NOT_SO);
        assertThat(walk.go("payment.pay", "platform")
                        .open("warranty", "customer")
                        .caseStatus(2))
                .isEqualTo("asked");
    }

    @Test
    void what_can_be_opened_is_what_would_be() {
        OrderWalk walk = received().go("payment.pay", "platform").later("PT336H1S");

        assertThat(walk.decider().caseOptions(walk.order(), Actor.customer(), walk.now()))
                .allSatisfy(option -> assertThat(option.action().isPossible())
                        .isEqualTo(option.type().name().equals("warranty")))
                .hasSize(2);
    }
}
