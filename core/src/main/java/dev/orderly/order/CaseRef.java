package dev.orderly.order;

/**
 * Which case of an order is meant.
 *
 * @param id the case's number within the order, from 1
 * @param type the kind of case
 */
public record CaseRef(int id, String type) {}
