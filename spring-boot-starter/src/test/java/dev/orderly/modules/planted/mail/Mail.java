package dev.orderly.modules.planted.mail;

/** Stands for a class of the mails. */
public final class Mail {}
