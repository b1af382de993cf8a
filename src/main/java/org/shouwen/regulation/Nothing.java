package org.shouwen.regulation;

/** What an act leaves of which only matters that it was done. */
public record Nothing() {}
