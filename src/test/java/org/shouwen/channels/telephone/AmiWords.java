package org.shouwen.channels.telephone;

/** What a manager says, in its own lines. */
final class AmiWords {
    private AmiWords() {}

    /** Somebody waits in the queue. */
    static String joins(String call, String phone) {
        return of(
                "QueueCallerJoin",
                call,
                "Channel: SIP/trunk-" + call + "\r\nCallerIDNum: " + phone + "\r\nExten: 12345\r\nQueue: 12345\r\n");
    }

    /** @param more lines of other fields, each with its end */
    static String of(String event, String call, String more) {
        return "Event: " + event + "\r\nUniqueid: " + call + "\r\nLinkedid: " + call + "\r\n" + more + "\r\n";
    }
}
