package org.shouwen.inbound;

import java.util.ArrayList;
import java.util.List;

/** Texts cut to what fields hold; never between the two halves of a character. Pure. */
final class Parts {
    private Parts() {}

    /** @return at least one */
    static List<String> of(String text, int most) {
        List<String> parts = new ArrayList<>();
        String left = text;
        while (left.length() > most) {
            String head = head(left, most);
            parts.add(head);
            left = left.substring(head.length());
        }
        if (!left.isBlank() || parts.isEmpty()) parts.add(left);
        return parts;
    }

    static String head(String text, int most) {
        if (text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }
}
