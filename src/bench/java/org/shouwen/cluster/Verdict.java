package org.shouwen.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a trial counted, held against the bars that it has to keep.
 *
 * @param primaryGap the longest time without an acknowledged write after a primary's death, in seconds; 0 where none died
 * @param unanswered requests of the roll that nobody answered
 * @param findings of {@code verify}
 */
record Verdict(int lost, int doubled, int findings, long sessionsLost, double primaryGap, long unanswered) {
    /** Seconds without a write that people bear when a primary dies. */
    static final double LONGEST_GAP = 10;

    /** The bars that were missed, a sentence each; empty when all is well. */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        more(missed, lost, "已确认的有 %d 件丢失 acknowledged and lost: %d");
        more(missed, doubled, "有 %d 件重复 there twice: %d");
        more(missed, findings, "核验发现 %d 处问题 findings of verify: %d");
        more(missed, sessionsLost, "有 %d 次登录失效 sessions lost: %d");
        more(missed, unanswered, "逐台重启时有 %d 个请求无人应答 requests that nobody answered during the roll: %d");
        if (primaryGap > LONGEST_GAP)
            missed.add(String.format(
                    Locale.ROOT,
                    "主库宕机后 %.1f 秒没有写入，应不超过 %.0f 秒 %.1f s without a write after a primary's death, at most %.0f are borne",
                    primaryGap, LONGEST_GAP, primaryGap, LONGEST_GAP));
        return missed;
    }

    private static void more(List<String> missed, long many, String sentence) {
        if (many > 0) missed.add(String.format(Locale.ROOT, sentence, many, many));
    }

    /** The process's exit status. */
    int status() {
        return missed().isEmpty() ? 0 : 1;
    }
}
