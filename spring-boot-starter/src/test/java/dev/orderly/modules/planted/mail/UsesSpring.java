package dev.orderly.modules.planted.mail;

import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks a rule on purpose. */
record UsesSpring(JdbcTemplate jdbc) {}
