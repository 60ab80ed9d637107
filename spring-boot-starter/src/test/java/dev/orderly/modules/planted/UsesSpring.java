package dev.orderly.modules.planted;

import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks a rule on purpose. */
record UsesSpring(JdbcTemplate jdbc) {}
