package org.shouwen.warning;

import org.shouwen.regulation.Pure;

/** What calls for a warning; the names are stored. */
@Pure
public enum Signal {
    /** 多人同诉: several people, one matter. */
    SAME_MATTER,
    /** 一人多诉: one person, many appeals. */
    ONE_PERSON,
    /** A class in a county comes far more often than expected. */
    CLASS_PLACE,
    /** A word of the list of sensitive words. */
    SENSITIVE_WORD,
    /** An urgent kind more than once at one address. */
    URGENT_TWICE,
    /** A unit gets more orders than it closes. */
    UNIT_BACKLOG
}
