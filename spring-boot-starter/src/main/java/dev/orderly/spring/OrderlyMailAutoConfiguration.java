package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.mail.Links;
import dev.orderly.mail.MailComposer;
import dev.orderly.mail.MailComposerBuilder;
import dev.orderly.mail.ReplyAddress;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.mail.SmtpChannelBuilder;
import dev.orderly.mail.template.MessageTexts;
import dev.orderly.mail.template.MessageTextsBuilder;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Recipients;
import dev.orderly.spring.OrderlyProperties.Mail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Mails to customers, once the application names a mail server. */
@AutoConfiguration(after = OrderlyAutoConfiguration.class)
@ConditionalOnBean(Orders.class)
@ConditionalOnProperty("orderly.mail.host")
class OrderlyMailAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Links orderlyLinks(OrderlyProperties properties) {
        return properties.mail().statusPage() == null
                ? Links.NONE
                : new StatusPageLink(properties.mail().statusPage());
    }

    @Bean
    @ConditionalOnMissingBean
    MessageRenderer orderlyTexts(OrderlyProperties properties, Orders orders, Links links) {
        Mail mail = properties.mail();
        MessageTextsBuilder texts =
                MessageTexts.builder(required("shop", mail.shop())).links(links);
        if (mail.texts() != null) {
            texts.folder(mail.texts());
        }
        orders.workflows().forEach(texts::check);
        return texts.build();
    }

    @Bean
    @ConditionalOnMissingBean
    MailComposer orderlyMailComposer(
            OrderlyProperties properties,
            MessageRenderer texts,
            ObjectProvider<Recipients> recipients,
            ObjectProvider<ReplyAddress> replies) {
        Mail mail = properties.mail();
        String name = mail.name() == null ? mail.shop() : mail.name();
        MailComposerBuilder composer = MailComposer.builder(required("from", mail.from()), required("shop", name))
                .texts(texts);
        recipients.ifUnique(composer::recipients);
        replies.ifUnique(composer::answersTo);
        return composer.build();
    }

    @Bean
    @ConditionalOnMissingBean(
            value = SmtpChannel.class,
            name = {"mail", "mailChannel"})
    SmtpChannel mailChannel(OrderlyProperties properties, MailComposer composer) {
        Mail mail = properties.mail();
        SmtpChannelBuilder channel = SmtpChannel.builder(required("host", mail.host()), mail.port(), composer)
                .encryption(mail.encryption());
        if (mail.user() != null) {
            channel.login(mail.user(), required("password", mail.password()));
        }
        return channel.build();
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new SettingException(
                    "orderly.mail." + name + " is missing: mails need it.",
                    "Set orderly.mail." + name + ", or take orderly.mail.host out to send no mails.");
        }
        return value;
    }
}
