package org.shouwen.channels.sms;

import org.shouwen.problems.WrongSetting;

/** Editions of CMPP (China Mobile peer to peer): 2.0 and 3.0 differ in the lengths of some fields. Pure. */
enum CmppVersion {
    V2(0x20, 21, 1, 8),
    V3(0x30, 32, 4, 20);

    /** As it stands in the connect message: four bits major, four bits minor. */
    final int code;

    /** Length of a person's number. */
    final int terminal;

    /** Length of a status or result. */
    final int result;

    /** Length of what follows the text: reserved in 2.0, the LinkID in 3.0. */
    final int tail;

    CmppVersion(int code, int terminal, int result, int tail) {
        this.code = code;
        this.terminal = terminal;
        this.result = result;
        this.tail = tail;
    }

    /** @param text {@code 2.0} or {@code 3.0} */
    static CmppVersion of(String text) {
        return switch (text.strip()) {
            case "2.0", "2" -> V2;
            case "3.0", "3" -> V3;
            default ->
                throw new WrongSetting(
                        "CMPP 版本应为 2.0 或 3.0，现在是 " + text + "。",
                        "The version of CMPP must be 2.0 or 3.0, not " + text + ".");
        };
    }
}
