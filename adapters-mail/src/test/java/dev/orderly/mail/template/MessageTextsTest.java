package dev.orderly.mail.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.mail.Links;
import dev.orderly.mail.TestShop;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.RenderedMessage;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextsTest {

    private static final MessageTexts TEXTS = MessageTexts.of("Tom & Jerry's <shop>");
    private static final String EVIL = "<script>alert(1)</script> & \"x\" 'y'";

    private static Workflow corner(String language) {
        return Workflow.builder("corner")
                .languages(language)
                .status("new", s -> s.label(language, "Received").note(language, "We have it."))
                .status("hidden", s -> s.label(language, "Secret step").note(language, "Internal."))
                .status("done", s -> s.label(language, "Done").done())
                .transition("place", t -> t.to("new").by("customer").notifying("customer"))
                .transition("look", t -> t.from("new").to("hidden").by("staff").notifying("customer", "staff"))
                .transition("end", t -> t.from("hidden").to("done").by("staff"))
                .build();
    }

    private static RenderedMessage text(Notification notification, String language) {
        return TEXTS.render(notification, Recipient.of("a@example.org").withLanguage(language));
    }

    @ParameterizedTest
    @CsvSource({
        "pl, 'Zamówienie 17: Received', Mamy nowe informacje o Twoim zamówieniu 17.",
        "el, 'Παραγγελία 17: Received', Έχουμε νέα για την παραγγελία σας 17.",
        "bg, 'Поръчка 17: Received', Имаме новини за вашата поръчка 17.",
        "ru, 'Заказ 17: Received', Есть новости о вашем заказе 17.",
        "en, 'Order 17: Received', There is news about your order 17."
    })
    void any_workflow_has_general_texts_in_five_languages(String language, String subject, String sentence) {
        Notification placed =
                new TestShop(corner(language)).place("17", TestShop.ANNA).notification();
        RenderedMessage rendered = text(placed, language);
        assertThat(rendered.language()).isEqualTo(language);
        assertThat(rendered.subject()).isEqualTo(subject);
        assertThat(rendered.text()).contains(sentence, "Received\nWe have it.");
        assertThat(rendered.html()).contains("<html lang=\"" + language + "\">", sentence);
    }

    @ParameterizedTest
    @CsvSource({"pl, Te pozycje:", "el, Προϊόντα:", "bg, Артикули:", "ru, Товары:", "en, These items:"})
    void a_general_text_names_the_units_that_moved_and_no_others(String language, String heading) {
        Workflow parts = WorkflowFiles.read("parts.yaml", """
                        workflow: parts
                        version: 1
                        languages: [pl, el, bg, ru, en]
                        items: { statuses: { ordered: , packed: , sent: { done: true } } }
                        statuses: { new: , done: { done: true } }
                        transitions:
                          - { on: place, to: new, by: customer, notify: customer }
                          - { on: pack, from: new, stay: true, items: { from: ordered, to: packed } }
                          - { on: send, from: new, stay: true, items: { from: [packed, ordered], to: sent }, notify: customer }
                          - { on: end, from: new, to: done, when-items: { all: sent } }
                        """).workflow().orElseThrow();
        TestShop shop = new TestShop(parts)
                .place("17", TestShop.ANNA, List.of(Line.of("A", "Solaris & co", 1), Line.of("B", "Cyberiada", 3)));
        assertThat(text(shop.notification(), language).text()).doesNotContain(heading);
        shop.fire("17", "pack", "staff", LineQuantity.of("2", 1)).fire("17", "send", "staff", LineQuantity.of("2", 2));
        RenderedMessage sent = text(shop.notification(), language);
        assertThat(sent.text()).contains(heading + "\n\n- 2 × Cyberiada\n\n").doesNotContain("- 1 × Solaris & co\n\n");
        assertThat(sent.html()).contains(heading, "2 ×</td>");
        shop.fire("17", "send", "staff");
        assertThat(text(shop.notification(), language).text())
                .contains(heading + "\n\n- 1 × Solaris & co\n- 1 × Cyberiada\n\n");
    }

    @Test
    void a_workflow_in_another_language_has_its_labels_in_english_sentences() {
        RenderedMessage rendered =
                text(new TestShop(corner("de")).place("17", TestShop.ANNA).notification(), "de");
        assertThat(rendered.language()).isEqualTo("en");
        assertThat(rendered.html()).contains("<html lang=\"en\">");
        assertThat(rendered.subject()).isEqualTo("Order 17: Received");
        assertThat(rendered.text()).contains("There is news about your order 17.");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "pl_PL, pl", "de, pl", "'', pl"})
    void who_speaks_none_of_the_workflows_languages_reads_its_first(String speaks, String reads) {
        Notification placed = new TestShop(Presets.bookstore())
                .place("17", TestShop.ANNA, "payment=prepaid")
                .notification();
        assertThat(text(placed, speaks).language()).isEqualTo(reads);
        assertThat(TEXTS.render(placed, Recipient.of("a@example.org")).language())
                .isEqualTo("pl");
    }

    @Test
    void only_customers_read_what_a_status_means_for_customers() {
        List<Notification> both = new TestShop(corner("en"))
                .place("17", TestShop.ANNA)
                .fire("17", "look", "staff")
                .notifications();
        assertThat(text(both.get(1), "en").text()).contains("Status: Secret step\nInternal.");
        assertThat(text(both.get(2), "en").text())
                .contains("Something happened to order 17: look.")
                .doesNotContain("Internal.");
    }

    @Test
    void customers_see_the_coarser_status_where_there_is_one() {
        Workflow shop = corner("en")
                .nextVersion()
                .customerStatus("waiting", LocalText.of("en", "Waiting"), LocalText.of("en", "All is well."))
                .status(
                        "hidden",
                        s -> s.label("en", "Secret step")
                                .note("en", "Internal.")
                                .shownAs("waiting"))
                .build();
        List<Notification> both = new TestShop(shop)
                .place("17", TestShop.ANNA)
                .fire("17", "look", "staff")
                .notifications();
        assertThat(text(both.get(1), "en").text())
                .contains("Status: Waiting\nAll is well.")
                .doesNotContain("Secret");
        assertThat(text(both.get(2), "en").text()).contains("Status: Secret step");
    }

    @Test
    void hostile_text_is_harmless_in_html_and_unchanged_in_plain_text() {
        Customer customer = Customer.of("a@example.org").withName(EVIL).withLanguage("en");
        Notification placed = new TestShop(corner("en"))
                .place("17", customer, List.of(Line.of("1", EVIL, 1)))
                .notification();
        RenderedMessage rendered = TEXTS.render(
                placed, Recipient.of("a@example.org").withName(EVIL).withLanguage("en"));
        assertThat(rendered.html())
                .doesNotContain("<script", "<shop>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39;")
                .contains("Tom &amp; Jerry&#39;s &lt;shop&gt;");
        assertThat(rendered.text())
                .contains("Hello " + EVIL + ",", "- 1 × " + EVIL, "Tom & Jerry's <shop>")
                .doesNotContain("&amp;", "&lt;", "&#");
    }

    @ParameterizedTest
    @CsvSource({
        "en, PLN 79.80, PLN 39.90 each, Total: PLN 119.70",
        "pl, '79,80 zł', '39,90 zł za sztukę', 'Razem: 119,70 zł'"
    })
    void lines_and_the_whole_order_say_what_they_cost(String language, String line, String each, String total) {
        Money price = Money.parse("39.90 PLN");
        Notification placed = new TestShop(corner(language))
                .place(
                        "17",
                        TestShop.ANNA,
                        List.of(
                                Line.of("1", "Solaris", 2)
                                        .withPrice(price)
                                        .withProductUrl("https://shop.example/1?a=b&c"),
                                Line.of("2", "Eden", 1).withPrice(price)))
                .notification();
        RenderedMessage rendered = text(placed, language);

        assertThat(rendered.text())
                .contains("- 2 × Solaris: " + line + " (" + each + ")\n- 1 × Eden: ", "\n" + total)
                .doesNotContain("\u00a0");
        assertThat(rendered.html())
                .contains(">" + line + "</td>", each, "href=\"https://shop.example/1?a&#x3D;b&amp;c\"");
    }

    @Test
    void control_characters_blocks_and_turned_letters_in_values_do_nothing() {
        Notification placed = new TestShop(corner("en"))
                .place("17", TestShop.ANNA, List.of(Line.of("1", "a\u001bb\u202Ec\nd\uE000quote\uE001", 1)))
                .notification();
        assertThat(text(placed, "en").text()).contains("- 1 × a b c d quote");
        assertThat(text(placed, "en").html()).doesNotContain("\u001b", "\u202E");
    }

    @Test
    void template_tags_in_values_are_just_text() {
        Notification placed = new TestShop(corner("en"))
                .place("{{number}}", TestShop.ANNA, List.of(Line.of("1", "{{>quote}} {{{shop}}}", 1)))
                .notification();
        assertThat(text(placed, "en").subject()).isEqualTo("Order {{number}}: Received");
        assertThat(text(placed, "en").text()).contains("- 1 × {{>quote}} {{{shop}}}");
    }

    @Test
    void a_comment_is_quoted_with_the_names_of_its_attachments() {
        Upload photo = new Upload("photo.jpg", "image/jpeg", "x".getBytes(StandardCharsets.UTF_8));
        Notification comment = new TestShop(Presets.ipStore())
                .place("17", TestShop.ANNA, "delivery=carrier")
                .say(
                        "17",
                        CommentRequest.of(Actor.of("staff"), "Dear Anna,\n\n<b>tomorrow</b>")
                                .withUploads(photo))
                .notification();
        assertThat(comment.message().to()).isEqualTo("customer");
        RenderedMessage rendered = text(comment, "en");
        assertThat(rendered.subject()).isEqualTo("A new message about order 17");
        assertThat(rendered.text()).contains("""
                        Somebody wrote to you about your order 17:

                        Customer service:
                        > Dear Anna,
                        >
                        > <b>tomorrow</b>
                        Attachments:
                        - photo.jpg
                        """);
        assertThat(rendered.html()).contains("Dear Anna,", "&lt;b&gt;tomorrow&lt;/b&gt;", "photo.jpg");
    }

    @Test
    void a_remark_of_the_staff_stays_with_those_who_see_how_the_shop_works() {
        TestShop shop = new TestShop(corner("en")).place("17", TestShop.ANNA);
        Request look = Request.of("look", Actor.of("staff")).withComment("smells of fraud");
        shop.orders().fire("17", look).orThrow();
        List<Notification> both = shop.notifications();
        assertThat(text(both.get(1), "en").text()).contains("Secret step").doesNotContain("fraud");
        assertThat(text(both.get(2), "en").text()).contains("> smells of fraud");
    }

    @Test
    void a_customer_reads_the_remark_that_he_made_himself() {
        TestShop shop = new TestShop(corner("en"));
        Request place = Request.of("place", Actor.customer())
                .withCustomer(TestShop.ANNA)
                .withComment("please ring twice");
        shop.orders().place("17", place).orThrow();
        assertThat(text(shop.notification(), "en").text()).contains("> please ring twice");
    }

    @Test
    void the_other_side_of_a_conversation_reads_who_wrote() {
        Notification question = new TestShop(Presets.marketplaceAcceptance())
                .place("17", TestShop.ANNA, "payment=online")
                .say("17", CommentRequest.of(Actor.of("customer"), "Kiedy?"))
                .notification();
        assertThat(question.message().to()).isEqualTo("seller");
        assertThat(text(question, "pl").text())
                .contains("Jest nowa wiadomość w rozmowie o zamówieniu 17:\n\nKlient:\n> Kiedy?");
    }

    @Test
    void an_internal_comment_is_never_sent_to_a_customer() {
        Notification internal = new TestShop(Presets.ipStore())
                .place("17", TestShop.ANNA, "delivery=carrier")
                .say(
                        "17",
                        CommentRequest.of(Actor.of("staff"), "a difficult one").asInternal())
                .stray("17", "customer");
        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> text(internal, "en"))
                .withMessage("the role customer may not see what the message is about")
                .matches(DeliveryException::isPermanent);
    }

    @Test
    void links_of_the_shop_become_buttons_and_lines() {
        Notification placed =
                new TestShop(corner("en")).place("17", TestShop.ANNA).notification();
        MessageTexts texts = MessageTexts.builder("Shop").links(new AllLinks()).build();
        RenderedMessage rendered = texts.render(placed, Recipient.of("a@example.org"));
        assertThat(rendered.text())
                .contains("See the order: https://shop.example/order?a=1&b=2")
                .endsWith("""
                        An automatic message about order 17.
                        No more messages about this order: https://shop.example/mute
                        """);
        assertThat(rendered.html()).contains("href=\"https://shop.example/order?a&#x3D;1&amp;b&#x3D;2\"");
        assertThat(rendered.muteLink()).isEqualTo(URI.create("https://shop.example/mute"));
        assertThat(text(placed, "en").html()).doesNotContain("href");
    }

    @Test
    void a_link_that_a_browser_would_run_is_refused() {
        Links hostile = new Links() {
            @Override
            public Optional<URI> statusPage(Notification notification, Recipient recipient) {
                return Optional.of(URI.create("javascript:alert(1)"));
            }
        };
        MessageTexts texts = MessageTexts.builder("Shop").links(hostile).build();
        Notification placed =
                new TestShop(corner("en")).place("17", TestShop.ANNA).notification();
        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> texts.render(placed, Recipient.of("a@example.org")))
                .withMessage("the link to see the order must be http or https, but is javascript");
    }

    @Test
    void it_loads_nothing_from_elsewhere_unless_the_shop_gives_a_logo() {
        Notification placed =
                new TestShop(corner("en")).place("17", TestShop.ANNA).notification();
        assertThat(text(placed, "en").html()).doesNotContain("src=", "url(", "@import", "<link");
        MessageTexts texts = MessageTexts.builder("The Shop")
                .logo(URI.create("https://shop.example/logo.png"))
                .accent("#8a2b4a")
                .build();
        assertThat(texts.render(placed, Recipient.of("a@example.org")).html())
                .contains("<img src=\"https://shop.example/logo.png\" alt=\"The Shop\"", "#8a2b4a");
    }
}
