package dev.orderly.statemachine.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.configurers.StateConfigurer;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.transition.TransitionConflictPolicy;

/**
 * A machine made of a seed. A wild one may be anything that the configurers take: states that are two things at once or in
 * two places, forks, joins, regions, histories, choices in circles. A tame one has only what can be carried over, and no
 * two transitions of which chance takes one.
 */
final class RandomMachine {

    static final List<String> EVENTS = List.of("e0", "e1", "e2");

    private static final int HOUR = 3_600_000;

    private final Random random;
    private final boolean tame;
    private final StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
    private final StringBuilder story = new StringBuilder();
    private final List<Guard<String, String>> guards = List.of(
            MachineSamples.paysAtLeast(1), MachineSamples.paysAtLeast(2), context -> MachineSamples.express(context));
    private final List<String> sources = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private final List<String> choices = new ArrayList<>();
    private final Set<String> decided = new HashSet<>();

    private RandomMachine(long seed, boolean tame) {
        this.random = new Random(seed);
        this.tame = tame;
    }

    /** A factory of the machine; empty where the configurers or the factory refuse it. */
    static Optional<StateMachineFactory<String, String>> wild(long seed) {
        return new RandomMachine(seed, false).factory();
    }

    static Optional<StateMachineFactory<String, String>> tame(long seed) {
        return new RandomMachine(seed, true).factory();
    }

    static String story(long seed, boolean tame) {
        RandomMachine machine = new RandomMachine(seed, tame);
        machine.factory();
        return machine.story.toString();
    }

    private Optional<StateMachineFactory<String, String>> factory() {
        try {
            states();
            transitions();
            if (chance(20)) {
                say("parent first");
                builder.configureConfiguration()
                        .withConfiguration()
                        .transitionConflictPolicy(TransitionConflictPolicy.PARENT);
            }
            StateMachineFactory<String, String> factory = builder.createFactory();
            factory.getStateMachine();
            return Optional.of(factory);
        } catch (Exception e) { // the configurers throw anything
            say("refused: " + e);
            return Optional.empty();
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void say(String line) {
        story.append(line).append('\n');
    }

    private void states() throws Exception {
        StateConfigurer<String, String> top = builder.configureStates().withStates();
        int plain = 2 + random.nextInt(3);
        List<String> tops = new ArrayList<>();
        for (int i = 0; i < plain; i++) {
            String state = "s" + i;
            boolean end = i == 0 ? !tame && chance(15) : chance(20);
            say("state " + state + (i == 0 ? " initial" : "") + (end ? " end" : ""));
            StateConfigurer<String, String> ignored = i == 0 ? top.initial(state) : top.state(state);
            if (end) {
                top.end(state);
            }
            tops.add(state);
            if (!(tame && end)) {
                sources.add(state);
            }
            targets.add(state);
        }
        if (chance(50)) {
            top.choice("c0");
            choices.add("c0");
        }
        if (chance(30)) {
            top.junction("j0");
            choices.add("j0");
        }
        targets.addAll(choices);
        if (chance(50)) {
            composite(tame || chance(80) ? any(sources) : any(targets), "p", true);
        }
        if (!tame) {
            wild(top, tops);
        }
    }

    private void composite(String parent, String prefix, boolean deeper) throws Exception {
        StateConfigurer<String, String> inner =
                builder.configureStates().withStates().parent(parent);
        inner.initial(prefix + "0").state(prefix + "1");
        boolean end = chance(30);
        if (end) {
            inner.end(prefix + "1");
        }
        say("within " + parent + ": " + prefix + "0, " + prefix + "1" + (end ? " end" : ""));
        sources.add(prefix + "0");
        targets.add(prefix + "0");
        targets.add(prefix + "1");
        if (!(tame && end)) {
            sources.add(prefix + "1");
        }
        if (deeper && chance(25)) {
            composite(prefix + "0", prefix + "q", false);
        }
    }

    private void wild(StateConfigurer<String, String> top, List<String> tops) throws Exception {
        List<String> ends = List.of("s0", "s1");
        List<String> starts = ends;
        boolean fork = chance(40);
        if (fork) {
            top.fork("f0");
        }
        if (chance(50)) {
            String parent = fork && chance(40) ? "f0" : any(tops);
            say("regions in " + parent);
            for (String region : List.of("l", "r")) {
                builder.configureStates()
                        .withStates()
                        .parent(parent)
                        .initial(region + "0")
                        .end(region + "1");
                sources.add(region + "0");
                targets.add(region + "1");
            }
            starts = List.of("l0", "r0");
            ends = chance(80) ? List.of("l1", "r1") : List.of(parent);
        }
        if (fork) {
            say("fork f0 to " + starts);
            targets.add("f0");
            for (String start : starts) {
                builder.configureTransitions().withFork().source("f0").target(start);
            }
        }
        if (chance(40)) {
            say("join j1 of " + ends);
            top.join("j1");
            var join = builder.configureTransitions().withJoin().target("j1");
            ends.forEach(join::source);
            sources.add("j1");
            String after = any(targets);
            say("j1 → " + after);
            builder.configureTransitions().withExternal().source("j1").target(after);
        }
        if (chance(20)) {
            String twice = any(targets);
            say("again at the top: " + twice);
            top.state(twice);
        }
        if (chance(15)) {
            String end = any(targets);
            say("an end too: " + end);
            top.end(end);
        }
    }

    private void transitions() throws Exception {
        for (String choice : choices) {
            choose(choice);
        }
        int number = 3 + random.nextInt(7);
        for (int i = 0; i < number; i++) {
            move();
        }
    }

    private void choose(String choice) throws Exception {
        List<String> to = tame
                ? targets.stream()
                        .filter(t -> !choices.contains(t) || (choice.equals("c0") && t.equals("j0")))
                        .toList()
                : targets;
        String first = any(to);
        String second = any(to);
        String last = any(to);
        Guard<String, String> one = any(guards);
        Guard<String, String> two = any(guards);
        say(choice + " → " + first + " " + guards.indexOf(one) + ", " + second + " " + guards.indexOf(two) + ", "
                + last);
        if (choice.equals("c0")) {
            builder.configureTransitions()
                    .withChoice()
                    .source(choice)
                    .first(first, one)
                    .then(second, two)
                    .last(last);
        } else {
            builder.configureTransitions()
                    .withJunction()
                    .source(choice)
                    .first(first, one)
                    .then(second, two)
                    .last(last);
        }
    }

    private void move() throws Exception {
        String source = any(sources);
        String target = any(targets);
        int kind = random.nextInt(100);
        Guard<String, String> guard = chance(40) ? any(guards) : null;
        if (kind < 75 || tame) {
            String event = any(EVENTS);
            if (!tame || decided.add(source + " " + event)) {
                event(source, target, event, guard);
            }
            if (tame
                    && kind > 90
                    && target.startsWith("s")
                    && !source.equals(target)
                    && decided.add(source + " timer")) {
                say(source + " after an hour → " + target);
                builder.configureTransitions()
                        .withExternal()
                        .source(source)
                        .target(target)
                        .timerOnce(HOUR);
            }
        } else if (kind < 85) {
            say(source + " → " + target + " anonymous " + guards.indexOf(guard));
            var move =
                    builder.configureTransitions().withExternal().source(source).target(target);
            if (guard != null) {
                move.guard(guard);
            }
        } else if (kind < 92) {
            say(source + " after an hour → " + target);
            builder.configureTransitions()
                    .withExternal()
                    .source(source)
                    .target(target)
                    .timerOnce(HOUR);
        } else {
            say(source + " on e0 and after an hour → " + target);
            builder.configureTransitions()
                    .withExternal()
                    .source(source)
                    .target(target)
                    .event("e0")
                    .timerOnce(HOUR);
        }
    }

    private void event(String source, String target, String event, @Nullable Guard<String, String> guard)
            throws Exception {
        say(source + " on " + event + " → " + target + (guard == null ? "" : " guard " + guards.indexOf(guard)));
        if (chance(15)) {
            var move =
                    builder.configureTransitions().withInternal().source(source).event(event);
            if (guard != null) {
                move.guard(guard);
            }
            say("  internal");
        } else if (chance(15)) {
            var move = builder.configureTransitions()
                    .withLocal()
                    .source(source)
                    .target(target)
                    .event(event);
            if (guard != null) {
                move.guard(guard);
            }
            say("  local");
        } else {
            var move = builder.configureTransitions()
                    .withExternal()
                    .source(source)
                    .target(target)
                    .event(event);
            if (guard != null) {
                move.guard(guard);
            }
            if (!tame && chance(10)) {
                move.action(context -> {});
            }
            if (source.startsWith("p") && chance(15)) {
                say("  within s1");
                move.state(tame ? "s1" : any(targets));
            }
        }
    }
}
