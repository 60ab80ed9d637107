package dev.orderly.modules.planted.webhook;

import jakarta.mail.Session;

/** Breaks a rule on purpose. */
record UsesMailLibrary(Session session) {}
