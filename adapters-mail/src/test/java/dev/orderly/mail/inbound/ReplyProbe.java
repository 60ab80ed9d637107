package dev.orderly.mail.inbound;

import dev.orderly.Orders;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.mail.inbound.ReplyOutcome.Commented;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.notification.Recipient;
import dev.orderly.order.Actor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads resources of every kind, and gives what came of it; run inside modules by {@code ModulePathTest}. */
public final class ReplyProbe implements Callable<List<String>> {

    /** A file that is too large to be kept is named in the comment, in the customer's language. */
    @Override
    public List<String> call() throws IOException {
        Orders orders = Mails.orders();
        ReplyOutcome outcome = Replies.builder(orders)
                .tokens(Mails.TOKENS)
                .build()
                .handle(Mails.raw(Mails.headers("1") + """
                        Content-Type: multipart/mixed; boundary="b"

                        --b
                        Content-Type: text/plain; charset=utf-8

                        Patrz plik.

                        W dniu 2.03.2026 o 10:00 Księgarnia pisze:
                        > Przyjęliśmy zamówienie
                        --b
                        Content-Type: application/pdf
                        Content-Disposition: attachment; filename="skan.pdf"

                        %s
                        --b--
                        """.formatted("x".repeat(11 << 20))));
        String comment =
                outcome instanceof Commented commented ? commented.comment().text() : outcome.toString();
        String refusal = orders.fire(Mails.NUMBER, Request.of("sing", Actor.of("staff"))) instanceof Rejected rejected
                ? rejected.explain(Presets.bookstore(), "pl")
                : "accepted";
        String mail = MessageTexts.of("Księgarnia")
                .render(
                        Mails.placed(Mails.NUMBER, "customer"),
                        Recipient.of("jan@kowalski.example").withLanguage("pl"))
                .subject();
        return List.of(moduleOf(Orders.class), moduleOf(Replies.class), comment, refusal, mail);
    }

    private static String moduleOf(Class<?> type) {
        return String.valueOf(type.getModule().getName());
    }
}
