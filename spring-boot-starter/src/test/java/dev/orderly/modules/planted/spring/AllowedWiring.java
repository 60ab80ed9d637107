package dev.orderly.modules.planted.spring;

import dev.orderly.modules.planted.Core;
import dev.orderly.modules.planted.http.Http;
import dev.orderly.modules.planted.jdbc.Jdbc;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires everything, as it may. */
record AllowedWiring(Jdbc jdbc, Http http, Core core, JdbcTemplate template) {}
