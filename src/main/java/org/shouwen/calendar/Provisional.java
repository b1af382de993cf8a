package org.shouwen.calendar;

/** Open limits that fall in a year without a published calendar (ruling 2): they wait for it. */
public record Provisional(int year, long orders) {}
