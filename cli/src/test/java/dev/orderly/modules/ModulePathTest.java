package dev.orderly.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops that are modules: what they see of the library is what its modules export, and its resources are its own. */
class ModulePathTest {

    @TempDir
    private Path folder;

    @Test
    void a_shop_with_database_pages_mails_and_webhooks_runs_on_the_module_path() throws Exception {
        UserModule shop = UserModule.compile("whole", "department/department.Main", folder.resolve("classes"));

        assertThat(shop.run().lines())
                .containsExactly(
                        "module: dev.orderly.core",
                        "module: dev.orderly.jdbc",
                        "module: dev.orderly.http",
                        "module: dev.orderly.mail",
                        "module: dev.orderly.webhook",
                        "refusal: Proces bookstore nie zna zdarzenia „sing”.",
                        "by hand: refused",
                        "schema: 3 files",
                        "form: 200 text/html;charset=utf-8",
                        "page: 200 text/html;charset=utf-8",
                        "comment: 201 application/json",
                        "order: 200 application/json",
                        "subject: Mamy Twoje zamówienie 2026-118",
                        "answer: Patrz plik. [Nie zachowano załącznika: skan.pdf, 11,6 MB]",
                        "webhook: application/cloudevents+json");
    }

    @Test
    void a_shop_is_linked_into_an_image_that_needs_no_java_beside_it() throws Exception {
        ToolProvider jlink = jlink();
        UserModule shop = UserModule.compile("linked", "corner/corner.Main", folder.resolve("classes"));
        Path image = folder.resolve("image");

        shop.link(jlink, image);

        assertThat(UserModule.start(image.resolve("bin").resolve("shop").toString())
                        .lines())
                .containsExactly(
                        "module dev.orderly.core", "Awaiting payment", "The workflow bookstore has no event “sing”.");
        assertThat(image.resolve("lib").resolve("modules")).isRegularFile();
        assertThat(image.resolve("bin").resolve("javac")).doesNotExist();
    }

    /** Needed where ORDERLY_REQUIRE_TOOLS is set, as in CI; elsewhere the test says that it did not run. */
    private static ToolProvider jlink() {
        Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
        if ("true".equals(System.getenv("ORDERLY_REQUIRE_TOOLS"))) {
            assertThat(jlink).as("the JDK here must have jlink").isPresent();
        }
        assumeTrue(jlink.isPresent(), "the JDK here has no jlink, so no image is linked");
        return jlink.orElseThrow();
    }
}
