package org.shouwen.suggestion;

/** What a model proposes. */
public enum Task {
    /** The class of the matter. */
    CLASS("class"),
    /** The kind of the appeal (Art. 7). */
    KIND("kind"),
    /** Unit, assisting units and class of limit (Art. 13). */
    DISPATCH("dispatch");

    private final String code;

    Task(String code) {
        this.code = code;
    }

    /** As rows and message keys name it. */
    public String code() {
        return code;
    }

    static Task of(String code) {
        for (Task t : values()) if (t.code.equals(code)) return t;
        throw new IllegalArgumentException(code);
    }
}
