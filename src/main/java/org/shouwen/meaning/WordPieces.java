package org.shouwen.meaning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/**
 * Cuts words into the pieces that the model knows, as BERT does: each Chinese character and each mark by itself, other words
 * into the longest pieces first. Runs in the process of the model, on the JDK alone.
 */
@Pure
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*:\\s*(\\d+)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)");

    private final Map<String, Integer> pieces;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPieces(Map<String, Integer> pieces) {
        this.pieces = pieces;
        this.unknown = pieces.getOrDefault("[UNK]", 100);
        this.begin = pieces.getOrDefault("[CLS]", 101);
        this.end = pieces.getOrDefault("[SEP]", 102);
    }

    /** @param json a description of a tokenizer in JSON, whose {@code vocab} maps pieces to their numbers */
    static WordPieces of(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        Map<String, Integer> pieces = new HashMap<>(50_000);
        Matcher entry = ENTRY.matcher(text);
        entry.region(Math.max(0, text.indexOf("\"vocab\"")), text.length());
        while (entry.find()) pieces.put(unescaped(entry.group(1)), Integer.parseInt(entry.group(2)));
        if (pieces.size() < 1000) throw new IllegalArgumentException("no vocabulary: " + pieces.size() + " pieces");
        return new WordPieces(pieces);
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(2) == null
                                ? switch (m.group(1)) {
                                    case "n" -> "\n";
                                    case "t" -> "\t";
                                    default -> m.group(1);
                                }
                                : Character.toString((char) Integer.parseInt(m.group(2), 16))));
    }

    /** Numbers of the pieces between the marks of beginning and end, {@code most} of all at most. */
    long[] numbers(String words, int most) {
        List<Integer> all = new ArrayList<>();
        all.add(begin);
        StringBuilder word = new StringBuilder();
        int[] points = words.codePoints().toArray();
        for (int i = 0; i < points.length && all.size() < most; i++) {
            int c = points[i];
            if (c == 0 || c == 0xFFFD || (Character.isISOControl(c) && !Character.isWhitespace(c))) continue;
            if (blank(c)) put(word, all);
            else if (alone(c)) {
                put(word, all);
                all.add(pieces.getOrDefault(Character.toString(c), unknown));
            } else word.appendCodePoint(Character.toLowerCase(c));
        }
        put(word, all);
        List<Integer> kept = all.size() < most ? all : all.subList(0, most - 1);
        long[] numbers = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) numbers[i] = kept.get(i);
        numbers[kept.size()] = end;
        return numbers;
    }

    private void put(StringBuilder letters, List<Integer> all) {
        if (letters.isEmpty()) return;
        String word = letters.toString();
        letters.setLength(0);
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (to > from && (piece = pieces.get((from == 0 ? "" : "##") + word.substring(from, to))) == null) to--;
            if (piece == null || word.length() > LONGEST_WORD) {
                all.add(unknown);
                return;
            }
            found.add(piece);
            from = to;
        }
        all.addAll(found);
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static boolean alone(int c) {
        if (in(c, 33, 47) || in(c, 58, 64) || in(c, 91, 96) || in(c, 123, 126)) return true;
        if (in(c, 0x4E00, 0x9FFF) || in(c, 0x3400, 0x4DBF) || in(c, 0xF900, 0xFAFF)) return true;
        if (in(c, 0x20000, 0x2CEAF) || in(c, 0x2F800, 0x2FA1F)) return true;
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
