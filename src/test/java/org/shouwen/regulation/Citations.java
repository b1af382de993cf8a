package org.shouwen.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.guards.JavaSource;

/**
 * Which clauses a file cites. Only what the compiler takes for the constant counts: {@code Clause.A4}, a name that is
 * imported statically, where it is used, and the label of a case. An import, a comment or a text cites nothing; but in
 * tests, which read answers and fill forms, a text may name an item of an article, such as {@code A13_4}: nothing else
 * is called so, while A4 is also a size of paper.
 */
final class Citations {
    private static final Path EDITION = Path.of("src/main/resources/regulation/dandong-2026.yaml");
    private static final Pattern BASIS = Pattern.compile("\\bbasis:\\s*(A\\d{1,2}(?:_\\d)?)\\b");
    private static final Pattern ITEM = Pattern.compile("\\bA\\d{1,2}_\\d\\b");
    private static final String CLAUSE = Clause.class.getName();

    private Citations() {}

    /** Clause → names of the files of main that carry it, and the edition that names it as the basis of an entry. */
    static Map<Clause, Set<String>> ofMain() {
        Map<Clause, Set<String>> found = new EnumMap<>(Clause.class);
        for (JavaSource source : JavaSource.under(Path.of("src/main/java")))
            if (!source.file().endsWith("Clause.java")) add(found, source, in(source, false));
        try {
            for (Matcher m = BASIS.matcher(Files.readString(EDITION).replaceAll("(?m)^\\s*#.*", "")); m.find(); )
                found.computeIfAbsent(Clause.valueOf(m.group(1)), _ -> new TreeSet<>())
                        .add(String.valueOf(EDITION.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Clause → names of the test files that cite it. */
    static Map<Clause, Set<String>> ofTests() {
        Map<Clause, Set<String>> found = new EnumMap<>(Clause.class);
        for (JavaSource source : JavaSource.under(Path.of("src/test/java")))
            if (!source.file().endsWith("CitationsTest.java")) add(found, source, in(source, true));
        return found;
    }

    static Set<Clause> in(JavaSource source, boolean test) {
        Set<Clause> cited = EnumSet.noneOf(Clause.class);
        Set<String> imports = source.imports();
        boolean knows = imports.contains(CLAUSE) || source.file().toString().contains("org/shouwen/regulation/");
        for (Clause c : Clause.values()) {
            boolean imported =
                    imports.contains("static " + CLAUSE + "." + c) || imports.contains("static " + CLAUSE + ".*");
            if (source.members().contains("Clause." + c)
                    || (imported && source.names().contains(c.name()))
                    || ((imported || knows) && source.cases().contains(c.name()))) cited.add(c);
        }
        if (!test) return cited;
        for (String text : source.texts())
            for (Matcher m = ITEM.matcher(text); m.find(); )
                for (Clause c : Clause.values()) if (c.name().equals(m.group())) cited.add(c);
        return cited;
    }

    private static void add(Map<Clause, Set<String>> found, JavaSource source, Set<Clause> cited) {
        for (Clause c : cited)
            found.computeIfAbsent(c, _ -> new TreeSet<>())
                    .add(String.valueOf(source.file().getFileName()));
    }
}
