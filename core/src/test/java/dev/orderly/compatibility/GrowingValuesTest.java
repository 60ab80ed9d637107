package dev.orderly.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderly.compatibility.Classes.DoesNotCompile;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.notification.Notification;
import dev.orderly.order.Comment;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderState;
import dev.orderly.order.Parcel;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderQuery;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A property that is added to a public value later breaks neither the source nor the class files of its users. */
class GrowingValuesTest {

    private static final List<Class<?>> VALUES = List.of(
            Workflow.class,
            Transition.class,
            Status.class,
            Field.class,
            CaseType.class,
            NotificationRule.class,
            ConversationRules.class,
            Order.class,
            Customer.class,
            Line.class,
            Parcel.class,
            OrderCase.class,
            OrderState.class,
            Placement.class,
            TransitionEntry.class,
            Comment.class,
            Migration.class,
            NotificationPreference.class,
            Request.class,
            OrderQuery.class,
            Notification.class,
            CommentRequest.class);

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PROGRAM = Path.of("src/test/resources/dev/orderly/compatibility/ShopProgram.java");
    private static final String PROGRAM_NAME = "shop.ShopProgram";

    @TempDir
    private static Path folder;

    private static Classes today;
    private static Classes later;
    private static Classes oldProgram;

    @BeforeAll
    static void compile_the_program_today_and_the_library_with_one_more_property() throws Exception {
        today = new Classes(classesOfTheLibrary(), RESOURCES).and(Classes.ofDependencies());
        oldProgram = today.compile(List.of(PROGRAM), folder.resolve("old-program"));

        Path copy = folder.resolve("sources");
        List<Path> sources = copy(Path.of("src/main/java"), copy);
        for (Class<?> value : VALUES) {
            OneMoreProperty.addTo(value, copy);
        }
        later = Classes.ofDependencies()
                .compile(sources, folder.resolve("later"))
                .and(new Classes(RESOURCES))
                .and(Classes.ofDependencies());
    }

    private static Path classesOfTheLibrary() throws URISyntaxException {
        return Path.of(Workflow.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static List<Path> copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
            for (Path source : sources) {
                Path there = to.resolve(from.relativize(source).toString());
                Files.createDirectories(there.getParent());
                Files.copy(source, there);
            }
            return sources.stream()
                    .map(source -> to.resolve(from.relativize(source).toString()))
                    .toList();
        }
    }

    @Test
    void the_program_uses_every_value_that_can_grow() throws IOException {
        String namesInClassFile = Files.readString(
                oldProgram.places().get(0).resolve(PROGRAM_NAME.replace('.', '/') + ".class"),
                StandardCharsets.ISO_8859_1);

        assertThat(VALUES)
                .allSatisfy(value -> assertThat(namesInClassFile)
                        .containsPattern("\\b" + value.getName().replace('.', '/') + "\\b"));
    }

    @Test
    void every_value_of_the_copy_has_the_new_property() throws Exception {
        try (URLClassLoader loader = later.loader()) {
            for (Class<?> value : VALUES) {
                assertThat(loader.loadClass(value.getName()).getMethod("later").getReturnType())
                        .isEqualTo(String.class);
            }
        }
    }

    @Test
    void class_files_of_today_run_with_values_that_have_grown() throws Exception {
        assertThat(oldProgram.and(later).run(PROGRAM_NAME))
                .contains("shop version 2", "ada@example.org")
                .isEqualTo(oldProgram.and(today).run(PROGRAM_NAME));
    }

    @Test
    void source_of_today_compiles_against_values_that_have_grown() throws Exception {
        Classes newProgram = later.compile(List.of(PROGRAM), folder.resolve("new-program"));

        assertThat(newProgram.and(later).run(PROGRAM_NAME))
                .isEqualTo(oldProgram.and(today).run(PROGRAM_NAME));
    }

    /** What the other tests would find if one of the values became a record. */
    @Test
    void a_record_with_one_more_component_breaks_both(@TempDir Path planted) throws Exception {
        Path source = Files.writeString(planted.resolve("UsesRecord.java"), """
                public final class UsesRecord {
                    public static void run(java.io.PrintStream out) {
                        out.print(new Size(2, 3).width());
                    }
                }
                """);
        Classes small = record(planted, "small", "record Size(int width, int height) {}");
        Classes grown = record(planted, "grown", "record Size(int width, int height, int depth) {}");
        Classes user = small.compile(List.of(source), planted.resolve("user"));

        assertThat(user.and(small).run("UsesRecord")).isEqualTo("2");
        assertThatThrownBy(() -> user.and(grown).run("UsesRecord"))
                .isInstanceOf(NoSuchMethodError.class)
                .hasMessageContaining("Size.<init>(int, int)");
        assertThatThrownBy(() -> grown.compile(List.of(source), planted.resolve("new-user")))
                .isInstanceOf(DoesNotCompile.class)
                .hasMessageContaining("constructor Size in record Size cannot be applied to given types");
    }

    private static Classes record(Path planted, String version, String text) throws IOException {
        Path source =
                Files.createDirectories(planted.resolve(version + "-source")).resolve("Size.java");
        Files.writeString(source, text);
        return new Classes().compile(List.of(source), planted.resolve(version));
    }
}
