package org.shouwen.attachments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwen.problems.BadInput;
import org.springframework.context.MessageSource;

/**
 * Files of a form that an officer sent: those that are taken, and why each other one is not. One bad file does not cost
 * the good ones.
 *
 * @param leftOut each names its file and says what to do about it
 */
public record SortedFiles(List<Papers.File> good, List<BadInput.Field> leftOut) {
    /** @throws BadInput when files came and none of them is taken */
    public static SortedFiles of(String field, List<Papers.File> came) {
        List<Papers.File> good = new ArrayList<>();
        List<BadInput.Field> leftOut = new ArrayList<>();
        for (Papers.File f : came)
            try {
                AcceptedFiles.check(field, f.name(), f.bytes());
                good.add(f);
            } catch (BadInput e) {
                leftOut.addAll(e.fields());
            }
        if (good.isEmpty() && !leftOut.isEmpty()) throw new BadInput(leftOut);
        return new SortedFiles(good, leftOut);
    }

    /** What the next page says of those that were left out. */
    public List<String> told(MessageSource messages, Locale locale) {
        return leftOut.stream()
                .map(f -> String.valueOf(messages.getMessage(f.key(), f.args().toArray(), f.key(), locale)))
                .toList();
    }
}
