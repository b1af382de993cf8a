package org.shouwen.desk;

/**
 * Some words of one side of a call.
 *
 * @param turn from 0; the same as long as it is the same words, which replace what was heard of them before
 * @param fromMs when they begin, in milliseconds since the call was lifted
 * @param toMs when they end, as far as they were heard
 * @param settled whether the recogniser keeps to them; else they are its guess so far
 */
public record Utterance(int turn, long fromMs, long toMs, String words, boolean settled) {
    @Override
    public String toString() {
        return "Utterance[" + turn + ", " + fromMs + "–" + toMs + (settled ? ", settled]" : "]");
    }
}
