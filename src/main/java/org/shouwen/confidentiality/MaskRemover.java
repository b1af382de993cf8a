package org.shouwen.confidentiality;

import java.util.regex.Pattern;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/** Takes the masks of names, numbers, plates and addresses out of words, for whoever must not know even those (Art. 21). */
@Basis(Clause.A21)
@Pure
public final class MaskRemover {
    private static final Pattern MASKED =
            Pattern.compile("(?:\\p{IsHan}[A-Z][0-9A-Z]?|[0-9A-Za-z]{1,6}|\\p{IsHan}{1,3})?\\*+[0-9A-Za-z]{0,4}");

    private MaskRemover() {}

    public static String of(String words) {
        return words.indexOf('*') < 0 ? words : MASKED.matcher(words).replaceAll("（略）");
    }
}
