package org.shouwen.inbound;

import org.jspecify.annotations.Nullable;

/** What a message is: decided from its words and from what is known of its sender's appeals. Pure. */
sealed interface InboundDecision {
    /** A new appeal. */
    record Open() implements InboundDecision {}

    /** Adds to an appeal. */
    record Add(String number) implements InboundDecision {}

    /** Judges the outcome of an appeal. */
    record Rate(String number, boolean satisfied, String words) implements InboundDecision {}

    /** Wants no messages any more. */
    record OptOut() implements InboundDecision {}

    /** Wants messages again. */
    record OptIn() implements InboundDecision {}

    /** An appeal of the sender. */
    record Own(String number, boolean mayRate) {}

    /**
     * @param named the sender's own appeal that the message names: by its number, or by the address it was sent to
     * @param toldLast the appeal that its sender was told of last, lately
     */
    static InboundDecision of(String text, @Nullable Own named, @Nullable Own toldLast) {
        if (ShortWords.optsOut(text)) return new OptOut();
        if (ShortWords.optsIn(text)) return new OptIn();
        if (named != null) {
            String words = text.replace(named.number(), "").strip();
            Boolean judged = named.mayRate() ? ShortWords.judgementWithWords(words) : null;
            if (judged == null) return new Add(named.number());
            boolean alone = ShortWords.judgement(words) != null;
            return new Rate(named.number(), judged, alone ? "" : words);
        }
        Boolean judged = ShortWords.judgement(text);
        if (judged != null && toldLast != null && toldLast.mayRate()) return new Rate(toldLast.number(), judged, "");
        return new Open();
    }
}
