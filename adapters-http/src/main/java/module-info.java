/** The customer's pages and the JSON API over HTTP, as a servlet or with a server of its own. */
module dev.orderly.http {
    requires com.fasterxml.jackson.annotation;
    requires gg.jte.runtime;
    requires jakarta.annotation;
    requires jersey.common;
    requires jersey.container.servlet.core;
    requires jersey.server;
    requires org.glassfish.hk2.api;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires transitive dev.orderly.core;
    requires transitive jakarta.inject;
    requires transitive jakarta.servlet;
    requires transitive jakarta.ws.rs;
    requires transitive jersey.media.multipart;
    // for Jersey, whose jars are automatic modules, and require nothing
    requires jakarta.activation;
    requires jakarta.validation;
    requires org.jvnet.mimepull;
    // optional: who uses what needs them requires them
    requires static micrometer.core;
    requires static micrometer.registry.prometheus;
    requires static org.eclipse.jetty.ee10.servlet;
    requires static org.eclipse.jetty.server;
    requires static transitive org.jspecify;

    exports dev.orderly.http;
    exports dev.orderly.http.access;
    exports dev.orderly.http.live;
    exports dev.orderly.http.metrics;
    exports dev.orderly.http.page;
    exports dev.orderly.http.server;

    // Jersey and HK2 make resources and call them, Jackson reads bodies
    opens dev.orderly.http;
    opens dev.orderly.http.api;
    // JTE calls the templates, which are compiled after this file
    opens dev.orderly.http.page.template to
            gg.jte.runtime;
}
