package org.shouwen.workorder;

/**
 * What an order is after a command was carried out.
 *
 * @param version to be shown as ETag and sent back with the next command
 */
public record Acted(String number, WorkOrder.State state, long version) {}
