package dev.orderly.view;

import dev.orderly.workflow.Field;

/**
 * A value of a field that a role may see.
 *
 * @param field the field's definition
 * @param label what people call the field
 * @param value the value, canonical
 */
public record VisibleField(Field field, String label, Object value) {}
