package org.shouwen.workorder;

/** The tabs of a unit's inbox. */
public enum Tab {
    /** Who asks has it, or their section has it and nobody in particular. */
    MINE,
    TO_RECEIVE,
    IN_HAND,
    DUE_TODAY,
    DUE_SOON,
    OVERDUE,
    REPORTED,
    ASSISTING,
    CLOSED
}
