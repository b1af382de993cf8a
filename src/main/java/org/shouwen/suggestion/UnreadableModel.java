package org.shouwen.suggestion;

import java.io.IOException;

/** A model file that can not be used; the message says why, in both languages. The desk goes on without suggestions. */
public final class UnreadableModel extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableModel(String chinese, String english) {
        super(chinese + " " + english);
    }
}
