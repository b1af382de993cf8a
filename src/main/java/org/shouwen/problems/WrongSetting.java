package org.shouwen.problems;

/**
 * A setting with which the product can't start; the message says which and what it must be, in Chinese and English. A start or
 * a command that meets one ends with this message alone.
 */
public final class WrongSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public WrongSetting(String zh, String en) {
        super(zh + "\n" + en);
    }

    public WrongSetting(String zh, String en, Throwable cause) {
        super(zh + "\n" + en, cause);
    }
}
