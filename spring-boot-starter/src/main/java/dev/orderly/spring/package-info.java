/** Orderly in a Spring Boot application, by properties and beans. */
@NullMarked
package dev.orderly.spring;

import org.jspecify.annotations.NullMarked;
