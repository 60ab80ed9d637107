package dev.orderly.modules.planted.jdbc;

import dev.orderly.modules.planted.http.Http;

/** Breaks a rule on purpose. */
record KnowsHttp(Http http) {}
