package dev.orderly.mail.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.file.Presets;
import dev.orderly.mail.TestShop;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.RenderedMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop replaces texts, and hears at once of what is wrong with them. */
class TemplatesTest {

    private static final String PLACE = "bookstore/pl/customer/place.mail.txt";

    @TempDir
    private Path folder;

    private static RenderedMessage placed(MessageTexts texts) {
        Notification placed = new TestShop(Presets.bookstore())
                .place("KS-1", TestShop.ANNA, "payment=prepaid")
                .notification();
        return texts.render(placed, Recipient.of("a@example.org").withLanguage("pl"));
    }

    private static void assertBroken(MessageTextsBuilder builder, String... problems) {
        assertThatExceptionOfType(BrokenTemplatesException.class)
                .isThrownBy(builder::build)
                .satisfies(e ->
                        assertThat(e.problems()).map(TemplateProblem::toString).containsExactly(problems));
    }

    private static MessageTextsBuilder shop() {
        return MessageTexts.builder("Księgarnia");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void a_file_in_a_folder_replaces_one_text_and_no_other() throws Exception {
        write(PLACE, "Subject: Hej, {{number}}\r\n\r\nJuż pakujemy & liczymy.\r\n");
        write(".hidden/notes.md", "not a template");
        MessageTexts texts = shop().folder(folder).build();
        assertThat(placed(texts).subject()).isEqualTo("Hej, KS-1");
        assertThat(placed(texts).text()).startsWith("Już pakujemy & liczymy.\n\n--\nKsięgarnia\n");
        assertThat(placed(texts).html()).contains("Już pakujemy &amp; liczymy.");
        Notification shipped = new TestShop(Presets.bookstore())
                .place("KS-2", TestShop.ANNA, "payment=cash-on-delivery")
                .fire("KS-2", "release", "staff")
                .fire("KS-2", "ship", "staff", "tracking-number=1")
                .notification();
        assertThat(texts.render(shipped, Recipient.of("a@example.org")).subject())
                .isEqualTo("Książki z zamówienia KS-2 są w drodze");
    }

    @Test
    void a_place_on_the_class_path_lists_its_files() throws Exception {
        write("shop/mail/index", PLACE + "\n");
        write("shop/mail/" + PLACE, "Subject: Z jara\n\nTak.");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(placed(shop().resources(loader, "shop/mail").build()).subject())
                    .isEqualTo("Z jara");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> shop().resources(loader, "shop/post"))
                    .withMessage("there is no shop/post/index on the class path");
        }
    }

    @Test
    void words_blocks_and_layouts_are_replaced_one_by_one() {
        MessageTexts texts = shop().template("words/pl.properties", "status=Co słychać\n")
                .template("blocks/lines.txt", "{{#lines}}\n* {{title}}\n{{/lines}}\n")
                .template("layout.txt", "{{body}}\n\n{{shop}} pozdrawia\n")
                .build();
        assertThat(placed(texts).text())
                .contains("Co słychać: Oczekuje na płatność", "* Atlas ptaków\n* Kroniki nadrzeczne")
                .endsWith("Księgarnia pozdrawia\n");
    }

    @Test
    void a_workflow_that_extends_a_preset_can_take_its_texts() {
        Notification placed = new TestShop(
                        Presets.bookstore().extend("my-books").build())
                .place("KS-1", TestShop.ANNA, "payment=prepaid")
                .notification();
        Recipient anna = Recipient.of("a@example.org");
        assertThat(shop().build().render(placed, anna).subject()).isEqualTo("Zamówienie KS-1: Oczekuje na płatność");
        assertThat(shop().likeThoseOf("bookstore", "my-books")
                        .build()
                        .render(placed, anna)
                        .subject())
                .isEqualTo("Mamy Twoje zamówienie KS-1");
        assertThat(shop().likeThoseOf("bookstore", "my-books")
                        .template("my-books/pl/customer/place.mail.txt", "Subject: Moje\n\nTak.")
                        .build()
                        .render(placed, anna)
                        .subject())
                .isEqualTo("Moje");
    }

    @Test
    void a_text_for_any_workflow_is_found_by_its_event() {
        Notification placed = new TestShop(
                        Presets.bookstore().extend("my-books").build())
                .place("KS-1", TestShop.ANNA, "payment=prepaid")
                .notification();
        MessageTexts texts = shop().template("any/pl/customer/place.mail.txt", "Subject: Jest\n\nTak.")
                .build();
        assertThat(texts.render(placed, Recipient.of("a@example.org")).subject())
                .isEqualTo("Jest");
    }

    @Test
    void a_shop_adds_a_language_with_its_words() {
        assertBroken(
                shop().template("any/de/step.mail.txt", "Subject: Bestellung {{number}}\n\nHallo!"),
                "words/de.properties:1: texts in de need these words, but there are none");
        assertThatExceptionOfType(BrokenTemplatesException.class)
                .isThrownBy(() ->
                        shop().template("words/de.properties", "status=Stand\n").build())
                .withMessageContaining("words/de.properties:1: the word lines is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi {{nmae}}|2: there is no variable nmae here; did you mean name?",
                "{{#lines}}{{titel}}{{/lines}}|2: there is no variable titel here; did you mean title?",
                "{{title}}|2: there is no variable title here; there are: ",
                "{{data.a b c d.e}}|2: there is no variable data.a b c d.e here",
                "{{lines}}|2: lines is no text: use it as a section, {{#lines}} … {{/lines}}",
                "{{toCustomer}}|2: toCustomer is no text: use it as a section, {{#toCustomer}} … {{/toCustomer}}",
                "{{{name}}}|2: name is not HTML: write {{name}}, so that it is escaped where it must be",
                "{{& name}}|2: name is not HTML: write {{name}}, so that it is escaped where it must be",
                "{{#name}}x|2: the section name is never closed by {{/name}}",
                "x{{/name}}|2: {{/name}} closes a section that was never opened",
                "{{#name}}{{#shop}}{{/name}}{{/shop}}|2: {{/name}} stands where the section shop of line 2 must be closed first",
                "{{>line}}|2: there is no block line here; did you mean lines?",
                "{{#lines}}{{>status}}{{/lines}}|2: the block status cannot stand in a list",
                "{{number|2: a tag begins with {{ and never ends with }}",
                "{{=<% %>=}}|2: other delimiters than {{ and }} are not supported",
                "{{words.status}}|2: there is no variable words.status here"
            })
    void what_is_wrong_with_a_template_is_said_with_its_line(String body, String problem) {
        assertThatExceptionOfType(BrokenTemplatesException.class)
                .isThrownBy(() -> shop().template(PLACE, "Subject: s\n" + body).build())
                .withMessageContaining(PLACE + ":" + problem);
    }

    @Test
    void all_problems_are_reported_together() throws Exception {
        write(PLACE, "Dzień dobry,\n{{nubmer}}\n");
        Files.write(folder.resolve("layout.txt"), new byte[] {(byte) 0xff, 'x'});
        assertBroken(
                shop().folder(folder)
                        .template("pickup-point/ru/customer/arrive.sms.txt", "Subject: SMS\n\nГотов")
                        .template("blocks/lines.html", "{{#lines}}{{{title}}}{{/lines}}")
                        .template("words/pl.properties", "stauts=x\n")
                        .template("bookstore/place.txt", "x"),
                folder.resolve("layout.txt") + ":1: this is no UTF-8",
                "bookstore/place.txt:1: \"bookstore/place.txt\" is no path of a template; they are"
                        + " WORKFLOW/LANGUAGE/ROLE/EVENT.CHANNEL.txt, WORKFLOW/LANGUAGE/ROLE/CASE/EVENT.CHANNEL.txt,"
                        + " WORKFLOW/LANGUAGE/step.CHANNEL.txt, WORKFLOW/LANGUAGE/comment.CHANNEL.txt,"
                        + " words/LANGUAGE.properties, blocks/NAME.html, blocks/NAME.txt, layout.html and layout.txt",
                "blocks/lines.html:1: title is not HTML: write {{title}}, so that it is escaped where it must be",
                folder.resolve(PLACE) + ":2: there is no variable nubmer here; did you mean number?",
                folder.resolve(PLACE) + ":1: the first line must be the subject: Subject: …",
                "pickup-point/ru/customer/arrive.sms.txt:1: only mails have a subject",
                "words/pl.properties:1: nothing uses the word stauts");
    }

    @Test
    void texts_are_checked_against_a_workflow() {
        assertBroken(
                shop().check(Presets.bookstore())
                        .template("bookstore/pl/custmer/place.mail.txt", "Subject: s\n\nx")
                        .template("bookstore/pl/customer/plase.mail.txt", "Subject: s\n\nx")
                        .template("bookstore/pl/customer/incident/open.mail.txt", "Subject: s\n\nx")
                        .template(PLACE, "Subject: s\n\n{{fields.payement}} {{data.carrier}} {{deadlines.exipre}}"),
                "bookstore/pl/custmer/place.mail.txt:1: bookstore has no role custmer; did you mean customer?",
                "bookstore/pl/customer/incident/open.mail.txt:1: bookstore has no case incident",
                PLACE + ":3: bookstore has no field payement; did you mean payment?",
                PLACE + ":3: bookstore has no event exipre",
                "bookstore/pl/customer/plase.mail.txt:1: bookstore has no event plase; did you mean place?");
    }

    @Test
    void what_a_shop_says_about_itself_is_checked_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageTexts.of(" "))
                .withMessage("the name of the shop cannot be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop().accent("red;background:url(x)"))
                .withMessage("the colour must be written like #2f6155, but is \"red;background:url(x)\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop().logo(URI.create("data:image/png;base64,x")))
                .withMessage("the logo must be http or https, but is data:image/png;base64,x");
    }
}
