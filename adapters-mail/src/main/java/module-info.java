/** Notifications by SMTP, and answers to mails that become comments. */
module dev.orderly.mail {
    requires com.samskivert.jmustache;
    requires org.eclipse.angus.mail;
    requires org.jsoup;
    requires org.slf4j;
    requires transitive dev.orderly.core;
    requires transitive jakarta.mail;
    requires static transitive org.jspecify;

    exports dev.orderly.mail;
    exports dev.orderly.mail.inbound;
    exports dev.orderly.mail.template;
}
