package dev.orderly.modules.planted.statemachine;

import dev.orderly.modules.planted.Core;
import org.springframework.jdbc.core.JdbcTemplate;

/** Knows Spring, as it may. */
record AllowedSpring(JdbcTemplate jdbc, Core core) {}
