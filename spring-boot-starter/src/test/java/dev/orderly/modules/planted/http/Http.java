package dev.orderly.modules.planted.http;

/** Stands for a class of the pages. */
public final class Http {}
