package dev.orderly.order;

/**
 * What is known of a file that came with a comment; the store keeps its bytes.
 *
 * @param name the file's name, without any folder
 * @param mediaType its media type, such as {@code image/jpeg}, as the sender said
 * @param size its length in bytes
 * @param sha256 the SHA-256 of its bytes in lower-case hexadecimal, by which the store finds them
 */
public record Attachment(String name, String mediaType, long size, String sha256) {}
