package dev.orderly.benchmarks.peers;

import org.springframework.statemachine.StateMachine;

/**
 * Spring Statemachine with a machine for each order, which a factory makes and which is put into the stored status before
 * it starts. Gives no reasons, no roles and no history; a guard's refusal is answered as accepted.
 */
final class SpringPerOrder implements MachinePerOrder<StateMachine<String, String>> {

    private final SpringFlow flow = new SpringFlow();

    @Override
    public StateMachine<String, String> open(String stored) {
        StateMachine<String, String> machine = flow.machine();
        SpringFlow.put(machine, stored);
        machine.startReactively().block();
        return machine;
    }

    @Override
    public Object fire(StateMachine<String, String> order, Ask ask) {
        return SpringFlow.send(order, ask);
    }
}
