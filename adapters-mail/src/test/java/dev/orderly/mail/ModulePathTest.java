package dev.orderly.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Mails and replies where core and mail are named modules that open nothing: their resources are theirs alone. */
class ModulePathTest {

    private static final String CORE = "dev.orderly.core";
    private static final String MAIL = "dev.orderly.mail";

    @Test
    void mails_replies_and_refusals_have_their_texts_inside_modules() throws Exception {
        Path core = pathOf(Orders.class);
        if (Files.isDirectory(core)) {
            assertTexts(core);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(core)) {
                assertTexts(jar.getPath("/"));
            }
        }
    }

    private static void assertTexts(Path core) throws Exception {
        ClassLoader modules = new ClosedModules()
                .with(CORE, core)
                .with(MAIL, pathOf(MailComposer.class), pathOf(ModulePathTest.class))
                .load();
        assertThat(modules.getResource("dev/orderly/mail/texts/index"))
                .as("what a class loader finds in a module that opens nothing")
                .isNull();

        assertThat(probe(modules))
                .containsExactly(
                        CORE,
                        MAIL,
                        "Patrz plik.\n\n[Nie zachowano załącznika: skan.pdf, 11,6 MB]",
                        "Proces bookstore nie zna zdarzenia „sing”.",
                        "Mamy Twoje zamówienie 2026/118");
    }

    private static List<String> probe(ClassLoader modules) throws Exception {
        Object probe = modules.loadClass("dev.orderly.mail.inbound.ReplyProbe")
                .getConstructor()
                .newInstance();
        List<?> seen = (List<?>) ((Callable<?>) probe).call();
        return seen.stream().map(String::valueOf).toList();
    }

    private static Path pathOf(Class<?> type) throws IOException, URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
