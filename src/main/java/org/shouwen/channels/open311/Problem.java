package org.shouwen.channels.open311;

import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * What is wrong with a call, as the specification has it: 404 for what is not there, 403 for the key, 400 for all else.
 *
 * @param code finer than the status
 */
@Pure
public record Problem(int status, int code, String description) {
    static Problem missing(String field) {
        return new Problem(400, 400, field + " is required / 缺少 " + field);
    }

    static Problem wrong(String field, String why) {
        return new Problem(400, 400, field + ": " + why);
    }

    static Problem unknown(String field) {
        return new Problem(404, 404, field + " was not found / 没有这个 " + field);
    }

    /** Several can be told at once; the gravest gives the status: the key, then what is not there. */
    public static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Problem> problems;

        public Found(List<Problem> problems) {
            super(problems.toString());
            this.problems = List.copyOf(problems);
        }

        public Found(Problem problem) {
            this(List.of(problem));
        }

        public List<Problem> problems() {
            return problems;
        }
    }
}
