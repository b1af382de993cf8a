package org.shouwen.inbound;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that are no matter of their own: asking for no more messages, or judging an outcome. Pure. */
final class ShortWords {
    private static final Set<String> OUT =
            Set.of("td", "t", "退订", "tdhf", "回t退订", "unsubscribe", "stop", "不要再发", "取消订阅", "拒收");
    private static final Set<String> IN = Set.of("hf", "恢复", "恢复订阅", "订阅", "dy", "subscribe", "start");
    private static final Set<String> GOOD =
            Set.of("1", "满意", "很满意", "非常满意", "基本满意", "已解决", "解决了", "满意谢谢", "满意了", "satisfied");
    private static final Set<String> BAD =
            Set.of("2", "3", "不满意", "很不满意", "非常不满意", "未解决", "没解决", "没有解决", "unsatisfied");

    private ShortWords() {}

    /** Nothing but the wish to get no more messages; such an answer is never an appeal. */
    static boolean optsOut(String text) {
        return OUT.contains(bare(text));
    }

    static boolean optsIn(String text) {
        return IN.contains(bare(text));
    }

    /** A judgement and nothing else: true for satisfied; null when it is none. */
    static @Nullable Boolean judgement(String text) {
        String bare = bare(text);
        if (GOOD.contains(bare)) return true;
        return BAD.contains(bare) ? Boolean.FALSE : null;
    }

    /** A judgement with a reason after a mark, such as "不满意，还是没修". */
    static @Nullable Boolean judgementWithWords(String text) {
        String head = text.strip().split("[，,。.!！;；：:\\s]", 2)[0];
        return head.length() < 2 ? judgement(text) : judgement(head);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{Z}\\s\\p{Cf}]+", "");
    }
}
