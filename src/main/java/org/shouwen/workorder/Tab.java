package org.shouwen.workorder;

/** The tabs of a unit's inbox. */
public enum Tab {
    TO_RECEIVE,
    IN_HAND,
    DUE_TODAY,
    DUE_SOON,
    OVERDUE,
    REPORTED,
    ASSISTING,
    CLOSED
}
