package dev.orderly.modules.planted.webhook;

import dev.orderly.modules.planted.jdbc.Jdbc;

/** Breaks a rule on purpose. */
record KnowsJdbc(Jdbc jdbc) {}
