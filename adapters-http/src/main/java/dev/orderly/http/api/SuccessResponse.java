package dev.orderly.http.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The successful response of a resource, for the description of the API. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface SuccessResponse {

    /** The HTTP status code. */
    int status() default 200;

    /** The type of the body; text for a {@code String}, bytes for a {@code byte[]}. */
    Class<?> value();

    /** Whether the body is a list of these. */
    boolean list() default false;
}
