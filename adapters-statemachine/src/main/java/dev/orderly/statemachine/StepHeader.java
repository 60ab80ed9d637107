package dev.orderly.statemachine;

import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * What is asked of an order, as it travels in the header of Spring Statemachine's message: for interceptors and
 * listeners that want to know more than the event. Its text names the event and the order and nothing personal, since
 * Spring Statemachine logs the headers of messages.
 */
public final class StepHeader {

    /** The name of the message's header. */
    public static final String HEADER = "orderly-step";

    private final OrderView order;
    private final Request request;
    private final StepState stepState;

    StepHeader(OrderView order, Request request, StepState stepState) {
        this.order = order;
        this.request = request;
        this.stepState = stepState;
    }

    /**
     * The step of a message; empty for a message that carries none, such as one that a listener sent to the machine.
     */
    public static Optional<StepHeader> of(@Nullable Message<?> message) {
        return message == null ? Optional.empty() : of(message.getHeaders());
    }

    /** The step of a message's headers, which a {@code StateContext} gives as well. */
    public static Optional<StepHeader> of(MessageHeaders headers) {
        return headers.get(HEADER) instanceof StepHeader step ? Optional.of(step) : Optional.empty();
    }

    /** The order as it is; for the start of an order, one in no status that has only its number and its lines. */
    public OrderView order() {
        return order;
    }

    /** What is asked. */
    public Request request() {
        return request;
    }

    StepState stepState() {
        return stepState;
    }

    @Override
    public String toString() {
        return request.event() + " of order " + order.number();
    }
}
