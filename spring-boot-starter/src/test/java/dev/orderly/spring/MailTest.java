package dev.orderly.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.orderly.Orders;
import dev.orderly.notification.Dispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails go out, to a real SMTP server, once what they tell of is committed. */
class MailTest {

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static ApplicationContextRunner shopWithMail() {
        return StarterFixture.application()
                .withPropertyValues(
                        "orderly.workflow=bookstore",
                        "orderly.mail.host=localhost",
                        "orderly.mail.port=" + SERVER.getSmtp().getPort(),
                        "orderly.mail.encryption=none",
                        "orderly.mail.from=orders@shop.example",
                        "orderly.mail.shop=Corner Shop",
                        "orderly.mail.status-page=https://shop.example/orders/");
    }

    @Test
    void a_customer_is_told_what_a_transaction_has_done() {
        shopWithMail().run(context -> {
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

            transaction.executeWithoutResult(
                    status -> context.getBean(Orders.class).place("A-1", StarterFixture.place()));

            assertThat(SERVER.waitForIncomingEmail(60_000, 1)).isTrue();
            String mail = GreenMailUtil.getWholeMessage(SERVER.getReceivedMessages()[0]);
            assertThat(mail)
                    .contains("From: Corner Shop <orders@shop.example>")
                    .contains("ewa@example.org")
                    .contains("A-1")
                    .contains("https://shop.example/orders/");
        });
    }

    @Test
    void nobody_is_told_what_was_rolled_back() {
        shopWithMail().run(context -> {
            TransactionTemplate transaction =
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class));

            transaction.executeWithoutResult(status -> {
                context.getBean(Orders.class).place("A-1", StarterFixture.place());
                status.setRollbackOnly();
            });

            assertThat(context.getBean(Dispatcher.class).run().sent()).isZero();
            assertThat(context.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from orderly_outbox", Integer.class))
                    .isZero();
        });
    }

    @Test
    void without_a_mail_server_nothing_is_sent() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore")
                .run(context -> assertThat(context).doesNotHaveBean(Dispatcher.class));
    }

    @Test
    void a_mail_server_alone_is_not_enough() {
        StarterFixture.application()
                .withPropertyValues("orderly.workflow=bookstore", "orderly.mail.host=localhost")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(SettingException.class, failure -> {
                            assertThat(failure).hasMessage("orderly.mail.shop is missing: mails need it.");
                            assertThat(failure.action())
                                    .isEqualTo("Set orderly.mail.shop, or take orderly.mail.host out to send no"
                                            + " mails.");
                        }));
    }
}
