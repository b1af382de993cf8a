package org.shouwen.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question as it is compared with documents. Words that only ask ("what", "how many") are cut out, because no document
 * holds them. Each gram of one to three characters has a weight: how rare it is among the documents.
 */
final class Question {
    /** What is longer is cut: nobody's question, and the comparison costs length times length. */
    static final int LONGEST = 400;

    private static final Pattern ASKING = Pattern.compile(
            "请问|是什么|为什么|什么时候|什么|哪些|哪几个|哪几|哪个|哪里|哪家|哪位|哪天|哪一|哪|有何|如何|何时|何地|怎么样|怎么办|怎样|怎么|多少|多久|多大|几个|几项|是否|谁|吗|呢|有无|[?？]");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private final String text;
    private final QuestionType type;
    private final boolean[] asking;
    private final List<String> grams = new ArrayList<>();
    private final Map<Long, Integer> indexes = new LinkedHashMap<>();
    private final double[] weights;
    private final double[] totals = new double[4];
    private final GramTable table;

    /** By the numbers of two characters: the number of the pair they make, or -1. */
    private final int[][] pairs;

    private final int[][] gramAt;
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> places;
    private final Set<String> provinces;

    Question(String asked, GramIndex index, Places places) {
        String all = NormalizedText.of(asked.length() > LONGEST * 4 ? asked.substring(0, LONGEST * 4) : asked)
                .toString();
        text = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
        type = QuestionType.of(text);
        asking = new boolean[text.length()];
        Matcher words = ASKING.matcher(text);
        while (words.find()) for (int i = words.start(); i < words.end(); i++) asking[i] = true;
        gramAt = new int[4][text.length()];
        for (int n = 1; n <= 3; n++)
            for (int i = 0; i < text.length(); i++) gramAt[n][i] = isGram(i, n) ? number(text.substring(i, i + n)) : -1;
        int characters = grams(1).size();
        pairs = new int[characters][characters];
        for (int[] row : pairs) Arrays.fill(row, -1);
        for (int i = 0; i + 1 < text.length(); i++)
            if (gramAt[2][i] >= 0) pairs[gramAt[1][i]][gramAt[1][i + 1]] = gramAt[2][i];
        weights = new double[grams.size()];
        table = new GramTable(indexes);
        for (int g = 0; g < weights.length; g++) {
            int frequency = index.frequency(grams.get(g));
            weights[g] = Math.log(1 + (index.size() - frequency + 0.5) / (frequency + 0.5));
            totals[grams.get(g).length()] += weights[g];
        }
        Matcher digits = NUMBERS.matcher(text);
        while (digits.find()) numbers.add(digits.group());
        this.places = places.in(text);
        provinces = places.provincesOf(this.places);
    }

    private boolean isGram(int from, int n) {
        if (from + n > text.length()) return false;
        for (int i = from; i < from + n; i++) if (asking[i] || !Character.isLetterOrDigit(text.charAt(i))) return false;
        return true;
    }

    private int number(String gram) {
        return indexes.computeIfAbsent(code(gram, 0, gram.length()), _ -> {
            grams.add(gram);
            return grams.size() - 1;
        });
    }

    static long code(CharSequence text, int from, int n) {
        long code = n;
        for (int i = from; i < from + n; i++) code = code << 16 | text.charAt(i);
        return code;
    }

    /** The number of the gram of {@code n} characters that begins at {@code i}, or -1. */
    int gramAt(int n, int i) {
        return gramAt[n][i];
    }

    /** The number of the pair that two characters, by their numbers, make in the question, or -1. */
    int pair(int first, int second) {
        return pairs[first][second];
    }

    GramTable table() {
        return table;
    }

    /** The weight of all different grams of {@code n} characters; above 0. */
    double total(int n) {
        return Math.max(1e-6, totals[n]);
    }

    List<String> grams(int n) {
        return grams.stream().filter(g -> g.length() == n).toList();
    }

    String gram(int number) {
        return grams.get(number);
    }

    int gramCount() {
        return grams.size();
    }

    double weight(int gram) {
        return weights[gram];
    }

    boolean isAsking(int i) {
        return asking[i];
    }

    String text() {
        return text;
    }

    QuestionType type() {
        return type;
    }

    Set<String> numbers() {
        return numbers;
    }

    Set<String> places() {
        return places;
    }

    Set<String> provinces() {
        return provinces;
    }
}
