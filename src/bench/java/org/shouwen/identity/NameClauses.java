package org.shouwen.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of our own in which people are named, and others in which nobody is, from {@code name-clauses.txt}. There
 * {@code {N}} is a new name, {@code {A}} the last one again, {@code {S}} a family name alone; other words in braces
 * stand for one of a list.
 */
final class NameClauses {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> lists = new HashMap<>();
    private final List<String> clauses = new ArrayList<>();
    private final Random random;
    private final InventedNames names;

    NameClauses(Random random, InventedNames names) {
        this.random = random;
        this.names = names;
        lists.put("ROLE", List.of(NameCues.BEFORE.get(1).split(" ")));
        lists.put("KIN", List.of(NameCues.BEFORE.get(2).split(" ")));
        for (String line : read().lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("@")) {
                List<String> words = List.of(line.substring(1).split(" "));
                lists.put(words.getFirst(), words.subList(1, words.size()));
            } else for (String clause : line.split("\\|")) clauses.add(Folded.of(clause.replace("\\n", "\n")));
        }
    }

    private NameClauses(NameClauses other, List<String> clauses) {
        this.random = other.random;
        this.names = other.names;
        this.lists.putAll(other.lists);
        this.clauses.addAll(clauses);
    }

    /**
     * A part of the sentences, or all others: what is learned from the one has not seen those of the other.
     *
     * @param part from 0, of {@code parts}
     */
    NameClauses part(int part, int parts, boolean only) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) if ((i % parts == part) == only) some.add(clauses.get(i));
        return new NameClauses(this, some);
    }

    /** The characters that the sentences are written with, each once. */
    static int[] characters() {
        return read().codePoints()
                .filter(c -> Character.isIdeographic(c) && "的了是说我你您吗呢吧这那们没很啊嘛么某先氏及与或第".indexOf(c) < 0)
                .distinct()
                .sorted()
                .toArray();
    }

    private static String read() {
        try (InputStream in = NameClauses.class.getResourceAsStream("/identity/name-clauses.txt")) {
            if (in == null) throw new IllegalStateException("name-clauses.txt is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of one to three clauses. */
    TrainingText told() {
        TrainingText.Builder text = new TrainingText.Builder();
        for (int n = 1 + random.nextInt(3); n > 0; n--) append(text);
        return text.build();
    }

    /** One more clause. */
    void append(TrainingText.Builder text) {
        String clause = clauses.get(random.nextInt(clauses.size()));
        String last = names.name();
        Matcher m = BLANK.matcher(clause);
        int at = 0;
        while (m.find()) {
            text.add(clause.substring(at, m.start()));
            switch (m.group(1)) {
                case "N" -> text.name(last = names.name());
                case "A" -> text.name(last);
                case "S" -> text.add(names.surname());
                case "MOB" -> text.add("1%d%09d".formatted(3 + random.nextInt(7), random.nextInt(1_000_000_000)));
                case "ID" -> text.add("2106031980%07dX".formatted(random.nextInt(10_000_000)));
                case "D" -> text.add(Integer.toString(1 + random.nextInt(999)));
                default -> text.add(pick(m.group(1)));
            }
            at = m.end();
        }
        text.add(clause.substring(at));
    }

    private String pick(String list) {
        List<String> words = lists.get(list);
        if (words == null) throw new IllegalStateException("no list " + list);
        return words.get(random.nextInt(words.size()));
    }
}
