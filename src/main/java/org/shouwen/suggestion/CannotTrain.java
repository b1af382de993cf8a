package org.shouwen.suggestion;

/** The training rows can not make a model; the message says why, in both languages. */
public final class CannotTrain extends Exception {
    private static final long serialVersionUID = 1;

    CannotTrain(String chinese, String english) {
        super(chinese + " " + english);
    }
}
