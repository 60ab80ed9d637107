package dev.orderly.benchmarks.peers;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.statemachine.StateMachine;

/**
 * Spring Statemachine with started machines in a pool: each step borrows one and resets it to the order's status, which
 * its documentation advises where there are many orders. Gives no reasons, no roles and no history.
 */
final class SpringPool implements SharedMachine {

    private static final int RETAINED = 32;

    private final SpringFlow flow = new SpringFlow();
    private final Queue<StateMachine<String, String>> idle = new ArrayBlockingQueue<>(RETAINED);

    @Override
    public Object fire(String status, Ask ask) {
        StateMachine<String, String> machine = idle.poll();
        if (machine == null) {
            machine = flow.machine();
            machine.startReactively().block();
        }
        SpringFlow.put(machine, status);
        Object answer = SpringFlow.send(machine, ask);
        idle.offer(machine);
        return answer;
    }
}
