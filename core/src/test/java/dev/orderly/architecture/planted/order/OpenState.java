package dev.orderly.architecture.planted.order;

/** Breaks a rule on purpose. */
class OpenState {
    int open;
}
