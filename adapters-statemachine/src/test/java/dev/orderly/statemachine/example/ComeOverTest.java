package dev.orderly.statemachine.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.statemachine.definition.ImportedWorkflow;
import dev.orderly.statemachine.example.OrderFlow.Events;
import dev.orderly.statemachine.example.OrderFlow.States;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.StateMachinePersist;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.persist.DefaultStateMachinePersister;
import reactor.core.publisher.Mono;

/** What the README says about coming over is code that runs here, and prints what the README says. */
class ComeOverTest {

    private static final String HEADING = "## Come over from Spring Statemachine";
    private static final Pattern BLOCK = Pattern.compile("```(java|text|yaml)\\n(.*?)```", Pattern.DOTALL);

    private static List<String> blocks(String... languages) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
        int next = section.indexOf("\n## ");
        return BLOCK.matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .filter(block -> List.of(languages).contains(block.group(1)))
                .map(block -> block.group(2))
                .toList();
    }

    /** Code without white space, for the formatter and the README break lines in their own ways. */
    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Test
    void every_java_block_is_part_of_the_example() throws IOException {
        String example = Stream.of("OrderFlow.java", "ComeOver.java")
                .map(file -> Path.of("src/test/java/dev/orderly/statemachine/example", file))
                .map(ComeOverTest::read)
                .collect(Collectors.joining("\n"));

        assertThat(blocks("java"))
                .hasSize(7)
                .allSatisfy(block -> assertThat(dense(example)).contains(dense(block)));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_example_prints_what_the_readme_says() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(OrderFlow.class)) {
            @SuppressWarnings("unchecked") // The configuration says the types of its factory.
            StateMachineFactory<States, Events> factory = context.getBean(StateMachineFactory.class);
            StateMachinePersist<States, Events, String> persist = liveMachines(factory);

            String printed = printedBy(() -> {
                ImportedWorkflow<States, Events> imported = ComeOver.imports(factory);
                ComeOver.runLiveOrders(imported, persist);
                ComeOver.takeOverColumn(imported, new TreeMap<>(Map.of("2026/119", "PAID", "2026/120", "PLACED")));
                ComeOver.keepInterceptors(imported);
                ComeOver.compareEngines(imported);
            });

            assertThat(withoutIndent(printed)).isEqualTo(withoutIndent(String.join("", blocks("text", "yaml"))));
        }
    }

    /** Two machines as a shop would have persisted them: one waits for its payment, the other was paid. */
    private static StateMachinePersist<States, Events, String> liveMachines(StateMachineFactory<States, Events> factory)
            throws Exception {
        StateMachinePersist<States, Events, String> persist = new Kept();
        for (String number : List.of("2026/117", "2026/118")) {
            StateMachine<States, Events> machine = factory.getStateMachine(number);
            machine.startReactively().block();
            machine.getExtendedState().getVariables().put("total", 40);
            if (number.equals("2026/118")) {
                machine.getExtendedState().getVariables().put("coupon", "SPRING");
                var pay = MessageBuilder.withPayload(Events.PAY)
                        .setHeader("amount", 40)
                        .build();
                machine.sendEvent(Mono.just(pay)).blockLast();
            }
            new DefaultStateMachinePersister<>(persist).persist(machine, number);
        }
        return persist;
    }

    private static final class Kept implements StateMachinePersist<States, Events, String> {

        private final Map<String, StateMachineContext<States, Events>> contexts = new HashMap<>();

        @Override
        public void write(StateMachineContext<States, Events> context, String number) {
            contexts.put(number, context);
        }

        @Override
        public StateMachineContext<States, Events> read(String number) {
            StateMachineContext<States, Events> context = contexts.get(number);
            if (context == null) {
                throw new IllegalArgumentException("no machine " + number);
            }
            return context;
        }
    }

    /** Something that prints. */
    private interface Printing {
        void run() throws Exception;
    }

    private static String printedBy(Printing printing) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            printing.run();
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
