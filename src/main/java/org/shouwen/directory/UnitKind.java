package org.shouwen.directory;

/** What sort of unit: a county or district government or zone, a bureau, a public utility. */
public enum UnitKind {
    COUNTY,
    BUREAU,
    UTILITY
}
