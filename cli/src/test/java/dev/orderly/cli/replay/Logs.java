package dev.orderly.cli.replay;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small shops and logs for tests. */
final class Logs {

    static final long PLENTY = 64L << 20;

    /** So little that every row or two makes a run of its own. */
    static final long SCARCE = 500;

    static final String HEADER = "order,event,at,actor\n";

    static final Workflow SHOP = Workflow.builder("shop")
            .field(Field.of("note", FieldType.TEXT))
            .field(Field.of("pieces", FieldType.NUMBER))
            .status("new", s -> {})
            .status("sent", s -> {})
            .status("done", s -> s.done())
            .transition("place", t -> t.to("new").by("customer").takes("note", "pieces"))
            .transition("remark", t -> t.from("new", "sent").by("staff").needs("note"))
            .transition("send", t -> t.from("new").to("sent").by("staff"))
            .transition("deliver", t -> t.from("sent").to("done").by("carrier", "staff"))
            .build();

    private Logs() {}

    static Replay.Report run(Path log) throws IOException, LogHeaderException {
        return Replay.of(SHOP, Progress.NONE).run(log, null);
    }

    /** The result of a log as text. */
    static String result(Path folder, String text, long memory) throws IOException, LogHeaderException {
        Path log = Files.writeString(folder.resolve("log.csv"), text);
        Path result = folder.resolve("result.csv");
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Replay.of(SHOP, Progress.NONE).within(memory, temporary).run(log, result);
        return Files.readString(result);
    }
}
