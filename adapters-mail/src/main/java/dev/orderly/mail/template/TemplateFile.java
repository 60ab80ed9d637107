package dev.orderly.mail.template;

/**
 * A template as it was found.
 *
 * @param path its path within the folder of templates
 * @param origin where it was found, for people
 * @param text its text
 */
record TemplateFile(TemplatePath path, String origin, String text) {}
