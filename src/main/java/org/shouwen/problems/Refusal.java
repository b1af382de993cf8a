package org.shouwen.problems;

import java.util.List;

/**
 * A refusal on its way out to screen or API (status 409): the clause it rests on as code and citation, and the message
 * key. Services return refusals as values; a controller that has nothing better to do with one throws this.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String clause;
    private final String citation;
    private final String key;
    private final transient List<Object> args;

    public Refusal(String clause, String citation, String key, List<Object> args) {
        super(clause + " " + key);
        this.clause = clause;
        this.citation = citation;
        this.key = key;
        this.args = List.copyOf(args);
    }

    public String clause() {
        return clause;
    }

    public String citation() {
        return citation;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
