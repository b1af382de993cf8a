package org.shouwen.channels.sms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text as user data of short messages: 70 characters of UCS-2 in one, 67 in each of several, with their header. Pure. */
final class Segments {
    private static final int ONE = 70;
    private static final int EACH = 67;
    private static final int MOST = 255;

    private Segments() {}

    /** @param reference any, the same for all of them */
    static List<byte[]> of(String text, int reference) {
        if (text.length() <= ONE) return List.of(text.getBytes(StandardCharsets.UTF_16BE));
        List<String> cut = new ArrayList<>();
        for (int from = 0; from < text.length() && cut.size() < MOST; ) {
            int to = Math.min(text.length(), from + EACH);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) to--;
            cut.add(text.substring(from, to));
            from = to;
        }
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            byte[] words = cut.get(i).getBytes(StandardCharsets.UTF_16BE);
            parts.add(ByteBuffer.allocate(6 + words.length)
                    .put(new byte[] {5, 0, 3, (byte) reference, (byte) cut.size(), (byte) (i + 1)})
                    .put(words)
                    .array());
        }
        return parts;
    }
}
