package dev.orderly.benchmarks.peers;

/** The contenders, the limit first. */
public enum Peer {
    TABLE("hand-written table"),
    ORDERLY_JUDGE("Orderly, judge"),
    ORDERLY_DECIDE("Orderly, decide"),
    ORDERLY_ON_SPRING("Orderly on Spring Statemachine"),
    SPRING_PER_ORDER("Spring Statemachine, a machine per order"),
    SPRING_POOL("Spring Statemachine, pooled"),
    STATELESS4J("stateless4j"),
    SQUIRREL("squirrel-foundation"),
    COLA("COLA statemachine"),
    EASY_STATES("easy-states");

    private final String title;

    Peer(String title) {
        this.title = title;
    }

    /** What a table of results calls it. */
    public String title() {
        return title;
    }

    /** Whether its code is so large that the compiler needs some ten seconds until it is fast. */
    boolean isSlowToWarm() {
        return this == ORDERLY_ON_SPRING || this == SPRING_PER_ORDER || this == SPRING_POOL;
    }

    /** Defines the flow; no class of a contender is loaded before. */
    public Contender<?, ?> define() {
        return switch (this) {
            case TABLE -> new HandWrittenTable();
            case ORDERLY_JUDGE -> new OrderlyJudge();
            case ORDERLY_DECIDE -> OrderlyDecide.onTable();
            case ORDERLY_ON_SPRING -> OrderlyDecide.onSpring();
            case SPRING_PER_ORDER -> new SpringPerOrder();
            case SPRING_POOL -> new SpringPool();
            case STATELESS4J -> new Stateless4j();
            case SQUIRREL -> new Squirrel();
            case COLA -> new Cola();
            case EASY_STATES -> new EasyStates();
        };
    }
}
