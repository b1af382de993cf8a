package org.shouwen.suggestion;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: NFKC, lower case, pauses of speech as commas, line ends as full stops, hesitations left out. Every
 * character still knows where it stood, so that the words shown as a reason are those that were typed.
 *
 * @param text what words are looked for in
 * @param origins for each character of {@code text} the index in the typed text, in UTF-16 units; one entry more for the end
 */
record FoldedText(String text, int[] origins) {
    private static final String HESITATIONS = "呃嗯唉哎诶";

    static FoldedText of(String typed) {
        StringBuilder out = new StringBuilder(typed.length());
        int[] origins = new int[typed.length() + 1];
        int run = 0;
        for (int i = 0; i < typed.length(); ) {
            int cp = typed.codePointAt(i);
            String folded = fold(cp);
            if (folded.equals(" ")) folded = pause(out, run);
            run = folded.equals(",") || folded.isEmpty() ? 0 : run + 1;
            if (out.length() + folded.length() >= origins.length)
                origins = Arrays.copyOf(origins, origins.length * 2 + folded.length());
            for (int k = 0; k < folded.length(); k++) origins[out.length() + k] = i;
            out.append(folded);
            i += Character.charCount(cp);
        }
        origins = Arrays.copyOf(origins, out.length() + 1);
        origins[out.length()] = typed.length();
        return new FoldedText(out.toString(), origins);
    }

    /** A blank between single characters is somebody's way of spacing letters, never a pause. */
    private static String pause(StringBuilder out, int run) {
        int n = out.length();
        return n == 0 || run <= 1 || !isWord(out.charAt(n - 1)) ? "" : ",";
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static String fold(int cp) {
        if (cp == '\n' || cp == '\r') return "。";
        if (Character.isWhitespace(cp) || Character.isSpaceChar(cp)) return " ";
        if (cp < 0x80) return String.valueOf(Character.toLowerCase((char) cp));
        if (HESITATIONS.indexOf(cp) >= 0 || Character.getType(cp) == Character.FORMAT) return "";
        if (cp >= 0x4E00 && cp <= 0x9FFF) return Character.toString(cp);
        return Normalizer.normalize(Character.toString(cp), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(' ', ',');
    }

    /** Where a character of the folded text stood in the typed text; the length of the one leads to that of the other. */
    int origin(int at) {
        return origins[at];
    }
}
