package dev.orderly.spring;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names that workflows use for what are beans in an application. */
final class BeanNames {

    private BeanNames() {}

    /** Guards by their beans' names as they are, and as workflows are written: {@code creditLimit} is {@code credit-limit}. */
    static <T> Map<String, T> ofGuards(Map<String, T> beans) {
        Map<String, T> named = new LinkedHashMap<>();
        beans.forEach((name, bean) -> named.put(kebab(name), bean));
        named.putAll(beans);
        return named;
    }

    /** Channels, whose beans may end in {@code Channel}: {@code mailChannel} is {@code mail}. */
    static <T> Map<String, T> ofChannels(Map<String, T> beans) {
        Map<String, T> named = new LinkedHashMap<>();
        beans.forEach((name, bean) -> named.put(kebab(name.replaceFirst("(?<=.)Channel$", "")), bean));
        return named;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
