package dev.orderly.modules.planted.mail;

import dev.orderly.modules.planted.Core;

/** Knows the same module, and core, as it may. */
record AllowedCore(Mail mail, Core core) {}
