package dev.orderly.statemachine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.listener.StateMachineListener;
import org.springframework.statemachine.support.StateMachineInterceptor;

/** The shop's own code that is called for every step. Not thread-safe while it is filled. */
final class MachineObservers {

    private final MachineNames names;
    private final TypedView view;
    private final List<StateMachineListener<Object, Object>> listeners = new ArrayList<>();
    private final List<StateMachineInterceptor<Object, Object>> interceptors = new ArrayList<>();
    private @Nullable String orderHeader;

    MachineObservers(MachineNames names) {
        this.names = names;
        this.view = new TypedView(names);
    }

    @SuppressWarnings("unchecked") // It is called with what it is typed by, and with nothing else.
    void add(StateMachineListener<?, ?> listener) {
        StateMachineListener<Object, Object> untyped = (StateMachineListener<Object, Object>) listener;
        listeners.add(names.isTyped() ? new TypedListener(untyped, view) : untyped);
    }

    @SuppressWarnings("unchecked") // It is called with what it is typed by, and with nothing else.
    void add(StateMachineInterceptor<?, ?> interceptor) {
        StateMachineInterceptor<Object, Object> untyped = (StateMachineInterceptor<Object, Object>) interceptor;
        interceptors.add(names.isTyped() ? new TypedInterceptor(untyped, view) : untyped);
    }

    void orderHeader(String name) {
        orderHeader = name;
    }

    MachineNames names() {
        return names;
    }

    /** Those that are only called. */
    List<StateMachineListener<Object, Object>> listeners() {
        return listeners;
    }

    /** Those that can refuse. */
    List<StateMachineInterceptor<Object, Object>> interceptors() {
        return interceptors;
    }

    /** The header that has the order's number; null for none. */
    @Nullable
    String orderHeader() {
        return orderHeader;
    }
}
