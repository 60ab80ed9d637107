package dev.orderly.http.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says for the API's description what a resource answers when all goes well. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface SuccessResponse {

    /** The HTTP status code. */
    int status() default 200;

    /** What the body holds; text for a {@code String}, bytes for a {@code byte[]}. */
    Class<?> value();

    /** Whether the body is a list of these. */
    boolean list() default false;
}
