/** A shop with a database, pages, an API, mails and webhooks. */
module department {
    requires com.h2database;
    requires dev.orderly.http;
    requires dev.orderly.jdbc;
    requires dev.orderly.mail;
    requires dev.orderly.webhook;
    requires jdk.httpserver;
    requires org.eclipse.jetty.ee10.servlet;
}
