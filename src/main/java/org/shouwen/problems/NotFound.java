package org.shouwen.problems;

/** There is no such thing, or the asker may not know that there is. Status 404. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String what;
    private final String key;

    /** @param what the glossary's English word, such as {@code work order}; shown through key {@code problems.no-such.WHAT} */
    public NotFound(String what, String key) {
        super("no " + what + " " + key);
        this.what = what;
        this.key = key;
    }

    public String what() {
        return what;
    }

    /** What was looked for. */
    public String key() {
        return key;
    }
}
