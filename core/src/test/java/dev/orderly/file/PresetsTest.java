package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

    @Test
    void the_presets_of_a_shop_stand_together() {
        assertThat(Presets.names())
                .containsExactly(
                        "bookstore",
                        "bookstore-items",
                        "ip-store",
                        "marketplace-seller",
                        "marketplace-seller-items",
                        "marketplace-acceptance",
                        "marketplace-acceptance-items",
                        "pickup-point",
                        "pickup-point-items");
    }

    @Test
    void each_preset_has_a_method_of_its_own() {
        assertThat(Stream.of(
                                Presets.bookstore(),
                                Presets.bookstoreItems(),
                                Presets.ipStore(),
                                Presets.marketplaceSeller(),
                                Presets.marketplaceSellerItems(),
                                Presets.marketplaceAcceptance(),
                                Presets.marketplaceAcceptanceItems(),
                                Presets.pickupPoint(),
                                Presets.pickupPointItems())
                        .map(Workflow::name))
                .isEqualTo(Presets.names());
    }

    @Test
    void a_preset_is_read_once() {
        assertThat(Presets.find("bookstore").orElseThrow()).isSameAs(Presets.bookstore());
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void a_preset_with_units_extends_the_one_without(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        assertThat(Presets.baseOf(name).isPresent()).isEqualTo(preset.items() != null);
        Presets.baseOf(name).map(base -> Presets.find(base).orElseThrow()).ifPresent(base -> {
            assertThat(base.items()).isNull();
            assertThat(preset.statuses())
                    .filteredOn(status -> base.status(status.name()).isPresent())
                    .allSatisfy(status -> assertThat(base.status(status.name())).contains(status))
                    .hasSizeGreaterThanOrEqualTo(6);
        });
        assertThat(Presets.baseOf("my-items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bookstore-items",
                "marketplace-seller-items",
                "marketplace-acceptance-items",
                "pickup-point-items"
            })
    void one_line_turns_units_on(String base) {
        Workflow mine = WorkflowFiles.read("mine.yaml", "workflow: mine\nversion: 1\nextends: " + base)
                .orThrow();
        assertThat(mine.items()).isEqualTo(Presets.find(base).orElseThrow().items());
    }

    @Test
    void a_name_of_no_preset_finds_none() {
        assertThat(Presets.find("../bookstore")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void a_preset_is_read_without_any_problem(String name) {
        assertThat(Reading.lines(WorkflowFiles.read(Source.preset(name).orElseThrow())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void a_preset_keeps_no_problem(String name) {
        assertThat(Presets.find(name).orElseThrow().suppressions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void a_preset_promises_something(String name) {
        assertThat(Presets.find(name).orElseThrow().never()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void every_text_of_a_preset_is_in_both_of_its_languages(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        assertThat(preset.languages()).hasSize(2).endsWith("en");
        isWrittenInBoth(preset, preset);
        preset.cases().forEach(type -> {
            assertThat(type.label().byLanguage()).as(type.name()).containsOnlyKeys(preset.languages());
            isWrittenInBoth(preset, type.workflow());
        });
    }

    private static void isWrittenInBoth(Workflow preset, Workflow part) {
        assertThat(part.statuses())
                .allSatisfy(status -> assertThat(status.label().byLanguage()).containsOnlyKeys(preset.languages()))
                .allSatisfy(status -> assertThat(status.note().byLanguage()).containsOnlyKeys(preset.languages()));
        assertThat(part.events()).map(EventLabel::event).containsExactlyInAnyOrderElementsOf(part.eventNames());
        assertThat(part.events())
                .allSatisfy(event -> assertThat(event.label().byLanguage()).containsOnlyKeys(preset.languages()));
        if (part.items() != null) {
            assertThat(part.items().statuses())
                    .allSatisfy(
                            status -> assertThat(status.label().byLanguage()).containsOnlyKeys(preset.languages()));
        }
        assertThat(part.fields())
                .allSatisfy(field -> assertThat(field.label().byLanguage()).containsOnlyKeys(preset.languages()));
    }

    @ParameterizedTest
    @MethodSource("dev.orderly.file.Presets#names")
    void every_end_of_a_preset_says_its_outcome(String name) {
        Workflow preset = Presets.find(name).orElseThrow();
        assertThat(preset.statuses()).allSatisfy(PresetsTest::saysItsOutcome);
        assertThat(preset.cases())
                .allSatisfy(type -> assertThat(type.workflow().statuses()).allSatisfy(PresetsTest::saysItsOutcome));
    }

    private static void saysItsOutcome(Status status) {
        assertThat(status.outcome() != null).as(status.name()).isEqualTo(status.done());
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of("bookstore", """
                        awaiting-payment | Oczekuje na płatność | Awaiting payment |
                        in-progress | W trakcie realizacji | In progress |
                        invoicing | Fakturownia | Invoicing |
                        awaiting-packing | Czeka na spakowanie | Awaiting packing |
                        shipped | Zrealizowane | Fulfilled |
                        lost | Zagubione w drodze | Lost on the way |
                        returning | W drodze powrotnej | On its way back |
                        returned-to-sender | Zwrócone do nadawcy | Returned to sender |
                        delivered | Dostarczone | Delivered | done
                        cancelled | Anulowane | Cancelled | done, final
                        """),
                Arguments.of("ip-store", """
                        awaiting-processing | Αναμονή Επεξεργασίας | Awaiting Processing |
                        processing | Επεξεργασία Παραγγελίας | Order Processing |
                        gathering | Συγκέντρωση Προϊόντων | Gathering Products |
                        preparing-shipment | Προετοιμασία Αποστολής | Preparing for Shipment |
                        handed-to-carrier | Παραδόθηκε σε Μεταφορική/Courier | Delivered to Carrier/Courier |
                        ready-for-pickup | Παραλαβή από το Κατάστημα | Pickup from Store |
                        company-vehicle | Αποστολή με Μέσο της IP Partners | Shipment by IP Partners Vehicle |
                        received | Παραλήφθηκε από τον Πελάτη | Received by Customer | done, final
                        """),
                Arguments.of("marketplace-seller", """
                        pending | Очаква плащане | Pending |
                        processed | PROCESSED | Processed |
                        processing | PROCESSING | Processing |
                        shipped | SHIPPED | Shipped |
                        complete | COMPLETE | Complete | done
                        refunded | refunded | Refunded | done, final
                        cancelled | Анулирана | Cancelled | done, final
                        """),
                Arguments.of("marketplace-acceptance", """
                        waiting-acceptance | Przyjęcie w toku | Waiting for acceptance |
                        waiting-debit | Obciążenie w trakcie realizacji | Payment in progress |
                        shipping | Oczekuje na wysyłkę | Awaiting shipment |
                        shipped | Wysłano | Shipped |
                        received | Otrzymano | Received | done
                        closed | Zamknięto | Closed | done, final
                        refunded | Zwrócono | Refunded | done, final
                        refused | Odrzucono | Refused | done, final
                        canceled | Anulowano | Canceled | done, final
                        """),
                Arguments.of("pickup-point", """
                        awaiting-payment | Ожидает оплаты | Awaiting payment |
                        in-processing | В обработке | In processing |
                        ready | Готово к выдаче | Ready for pickup |
                        issued | Выдано | Issued | done
                        cancelled | Отменено | Cancelled | done, final
                        returned | Возврат | Returned | done, final
                        returning | Оформлен возврат | Return requested |
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketplace-seller", "marketplace-acceptance"})
    void a_preset_with_units_has_the_statuses_and_fields_of_its_base_word_for_word(String base) {
        Workflow preset = Presets.find(base + "-items").orElseThrow();
        assertThat(preset.statuses()).isEqualTo(Presets.find(base).orElseThrow().statuses());
        assertThat(preset.fields()).isEqualTo(Presets.find(base).orElseThrow().fields());
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void a_preset_has_the_statuses_of_its_shop(String name, String table) {
        Workflow preset = Presets.find(name).orElseThrow();
        String own = preset.languages().get(0);
        assertThat(preset.statuses().stream()
                        .map(status -> row(
                                status.name(),
                                status.label().textIn(own).orElseThrow(),
                                status.label().textIn("en").orElseThrow(),
                                ending(preset, status))))
                .containsExactlyElementsOf(rows(table));
    }

    private static String ending(Workflow preset, Status status) {
        String done = status.done() ? "done" : "";
        return preset.isFinal(status.name()) ? done + ", final" : done;
    }

    static Stream<Arguments> transitions() {
        return Stream.of(
                Arguments.of("bookstore", """
                        place | | awaiting-payment | customer
                        place | | in-progress | customer
                        pay | awaiting-payment | in-progress | platform, staff
                        invoice | in-progress | invoicing | staff
                        release | in-progress | awaiting-packing | staff
                        attach-waybill | awaiting-packing, invoicing | (same) | staff
                        ship | awaiting-packing, invoicing | shipped | staff
                        deliver | shipped | delivered | carrier, staff
                        report-lost | shipped, returning | lost | carrier, staff
                        refuse | shipped | returning | carrier, staff
                        return-to-sender | shipped | returning | carrier, staff
                        turn-up | lost, returning | shipped | carrier, staff
                        take-back | shipped, returning, lost | returned-to-sender | staff
                        send-again | lost, returned-to-sender, delivered | shipped | staff
                        cancel | awaiting-payment | cancelled | customer, staff
                        cancel | in-progress, invoicing, awaiting-packing, lost, returned-to-sender | cancelled | staff
                        pay | cancelled | (same) | platform, staff
                        refund | cancelled | (same) | staff
                        undo-release | invoicing, awaiting-packing | in-progress | staff
                        undo-ship | shipped | awaiting-packing | staff
                        undo-deliver | delivered | shipped | staff
                        """),
                Arguments.of("ip-store", """
                        place | | awaiting-processing | customer
                        place | | awaiting-processing | customer
                        start | awaiting-processing | processing | staff
                        gather | processing | gathering | staff
                        prepare | gathering | preparing-shipment | staff
                        hand-over | preparing-shipment | handed-to-carrier | staff
                        make-ready | preparing-shipment | ready-for-pickup | staff
                        dispatch | preparing-shipment | company-vehicle | staff
                        receive | handed-to-carrier, ready-for-pickup, company-vehicle | received | carrier, staff, customer
                        rate | received | (same) | customer
                        """),
                Arguments.of("marketplace-seller", """
                        place | | pending | customer
                        confirm-payment | pending | processed | platform
                        process | processed | processing | seller
                        ship | processing | shipped | seller
                        complete | shipped | complete | seller
                        remind-to-ship | processed, processing | (same) | system
                        remind-to-deliver | shipped | (same) | system
                        verify-delivery | complete | (same) | platform
                        refund | shipped, complete | refunded | seller
                        cancel | pending | cancelled | platform, customer
                        record-late-payment | cancelled | (same) | platform
                        pay-back | cancelled | (same) | platform
                        """),
                Arguments.of("marketplace-seller-items", """
                        place | | pending | customer
                        confirm-payment | pending | processed | platform
                        process | processed | processing | seller
                        remind-to-ship | processed, processing | (same) | system
                        remind-to-deliver | shipped | (same) | system
                        verify-delivery | complete | (same) | platform
                        record-late-payment | cancelled | (same) | platform
                        pay-back | cancelled | (same) | platform
                        ship | processing | shipped | seller
                        complete | shipped | complete | seller
                        cancel | pending | cancelled | platform, customer
                        refund | shipped, complete | refunded | seller
                        refund | shipped, complete | (same) | seller
                        refund | shipped, complete | (same) | seller
                        send-exchange | shipped, complete | refunded | seller
                        send-exchange | shipped, complete | (same) | seller
                        refund-instead | shipped, complete | refunded | seller
                        refund-instead | shipped, complete | (same) | seller
                        """),
                Arguments.of("marketplace-acceptance", """
                        place | | waiting-acceptance | customer
                        accept | waiting-acceptance | waiting-debit | seller
                        accept | waiting-acceptance | shipping | seller
                        refuse | waiting-acceptance | refused | seller
                        remind-to-accept | waiting-acceptance | (same) | system
                        expire-acceptance | waiting-acceptance | refused | system
                        confirm-debit | waiting-debit | shipping | platform
                        expire-debit | waiting-debit | canceled | system
                        attach-waybill | shipping | (same) | seller
                        remind-to-ship | shipping | (same) | system
                        ship | shipping | shipped | seller
                        cancel | shipping | canceled | platform
                        receive | shipped | received | carrier, platform
                        refund | shipped, received | refunded | seller, platform
                        close | received | closed | system
                        record-late-payment | refused, canceled | (same) | platform
                        pay-back | refused, canceled | (same) | platform
                        rate | received, closed | (same) | customer
                        """),
                Arguments.of("marketplace-acceptance-items", """
                        place | | waiting-acceptance | customer
                        accept | waiting-acceptance | waiting-debit | seller
                        accept | waiting-acceptance | shipping | seller
                        remind-to-accept | waiting-acceptance | (same) | system
                        attach-waybill | shipping | (same) | seller
                        remind-to-ship | shipping | (same) | system
                        close | received | closed | system
                        record-late-payment | refused, canceled | (same) | platform
                        pay-back | refused, canceled | (same) | platform
                        rate | received, closed | (same) | customer
                        refuse | waiting-acceptance | refused | seller
                        refuse | waiting-acceptance | (same) | seller
                        expire-acceptance | waiting-acceptance | refused | system
                        confirm-debit | waiting-debit | shipping | platform
                        expire-debit | waiting-debit | canceled | system
                        ship | shipping | shipped | seller
                        cancel | shipping | canceled | platform
                        receive | shipped | received | carrier, platform
                        refund | shipped, received | refunded | seller, platform
                        refund | shipped, received | (same) | seller, platform
                        take-back | received | refunded | seller, platform
                        take-back | received | (same) | seller, platform
                        record-cash | received, refunded, closed | (same) | platform
                        pay-back | shipping, shipped, received, closed, refunded | (same) | platform
                        """),
                Arguments.of("pickup-point", """
                        place | | awaiting-payment | customer
                        pay | awaiting-payment | in-processing | platform
                        arrive | in-processing | ready | staff
                        issue | ready | issued | staff
                        deliver | in-processing | issued | carrier
                        cancel | awaiting-payment, in-processing | cancelled | customer, platform
                        refuse | ready | returned | customer, staff
                        refuse | in-processing | returned | carrier
                        remind | ready | (same) | system
                        expire | ready | cancelled | system
                        report-lost | in-processing, ready | cancelled | carrier, staff, platform
                        undo-arrive | ready | in-processing | staff
                        request-return | issued | returning | customer
                        request-return | issued | returning | customer
                        withdraw-return | returning | issued | customer
                        decline-return | returning | issued | staff
                        take-back | issued, returning | returned | staff
                        pay | cancelled | (same) | platform
                        refund | cancelled, returned | (same) | platform
                        """));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void a_preset_has_the_transitions_of_its_shop_and_no_others(String name, String table) {
        assertThat(moves(Presets.find(name).orElseThrow())).containsExactlyElementsOf(rows(table));
    }

    @Test
    void an_incident_is_answered_and_then_closed_or_refunded() {
        Workflow incident = Presets.marketplaceAcceptance()
                .caseType("incident")
                .orElseThrow()
                .workflow();
        assertThat(moves(incident)).containsExactlyElementsOf(rows("""
                open | | opened | customer
                answer | opened | answered | seller, platform
                close | answered | closed | customer, platform
                refund | answered | refunded | platform, seller
                """));
    }

    @Test
    void a_complaint_is_accepted_or_rejected_and_an_inquiry_answered() {
        Workflow bookstore = Presets.bookstore();
        assertThat(moves(bookstore.caseType("complaint").orElseThrow().workflow()))
                .containsExactlyElementsOf(rows("""
                open | | opened | customer, staff
                accept | opened | accepted | staff
                reject | opened | rejected | staff
                """));
        assertThat(moves(bookstore.caseType("inquiry").orElseThrow().workflow()))
                .containsExactlyElementsOf(rows("""
                open | | opened | customer, staff
                answer | opened | settled | staff
                """));
    }

    void a_return_is_accepted_sent_back_checked_and_refunded_or_refused() {
        Workflow giveBack =
                Presets.marketplaceAcceptance().caseType("return").orElseThrow().workflow();
        assertThat(moves(giveBack)).containsExactlyElementsOf(rows("""
                open | | asked | customer
                accept | asked | accepted | seller, platform
                refuse | asked, arrived | refused | seller, platform
                withdraw | asked, accepted | withdrawn | customer
                lapse | accepted | withdrawn | system
                send-back | accepted | sent-back | customer
                arrive | accepted, sent-back | arrived | seller, platform
                refund | arrived | refunded | seller, platform
                """));
    }

    @Test
    void the_other_requests_of_the_ip_store_are_questions_repairs_and_returns() {
        assertThat(Presets.ipStore().cases())
                .extracting(CaseType::name)
                .containsExactly("question", "repair", "return");
    }

    private static Stream<String> moves(Workflow workflow) {
        return workflow.transitions().stream().map(PresetsTest::row);
    }

    private static String row(Transition transition) {
        return row(
                transition.event(),
                String.join(", ", transition.from()),
                transition.to() == null ? "(same)" : transition.to(),
                String.join(", ", transition.by()));
    }

    private static String row(String... cells) {
        return String.join(" | ", cells).strip();
    }

    /** The lines of a table with the blanks around its cells made equal. */
    private static List<String> rows(String table) {
        return table.lines()
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new))
                .map(PresetsTest::row)
                .toList();
    }
}
