package org.shouwen.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the migrations make, and whose it is: a schema or table belongs to the module in whose folder it is made. */
final class Schemas {
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** What units may do with the tables of a module, and which rows they see: a file a module. */
    static final Path RULES = Path.of("src/main/resources/db/rules");

    /** Views and functions are what an owner publishes; tables and sequences are its own. */
    enum Kind {
        TABLE,
        SEQUENCE,
        VIEW,
        FUNCTION
    }

    /** Such as {@code workorder.work_order}, named in a file of a module; {@code /} stands for files of none. */
    record Use(String file, String module, String object) {}

    private static final Pattern MADE = Pattern.compile(
            "\\bcreate\\s+(?:or\\s+replace\\s+)?(?:unlogged\\s+|materialized\\s+|recursive\\s+)*(table|sequence|view|function)\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)\\.(\\w+)");
    private static final Pattern MOVED =
            Pattern.compile("\\balter\\s+(?:table|sequence|view)\\s+(\\w+)\\.(\\w+)\\s+set\\s+schema\\s+(\\w+)");
    private static final Pattern SCHEMA = Pattern.compile("\\bcreate\\s+schema\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])\"?(\\w+)\"?\\s*\\.\\s*\"?(\\w+)\"?");
    private static final Pattern PAIR = Pattern.compile("'(\\w+)'\\s*,\\s*'(\\w+)'");

    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> makers = new HashMap<>();
    private final Map<String, Kind> objects = new HashMap<>();
    private final List<Path> migrations = scripts(MIGRATIONS);
    private final List<Path> rules = scripts(RULES);

    Schemas() {
        for (Path file : migrations) {
            String sql = sql(file);
            for (Matcher m = SCHEMA.matcher(sql); m.find(); ) owners.put(m.group(1), module(file));
            for (Matcher m = MADE.matcher(sql); m.find(); ) {
                String object = m.group(2) + "." + m.group(3);
                objects.put(object, Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT)));
                makers.putIfAbsent(object, module(file));
            }
        }
        for (Path file : rules)
            for (Matcher m = MADE.matcher(sql(file)); m.find(); )
                objects.put(
                        m.group(2) + "." + m.group(3), Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT)));
        for (Path file : migrations)
            for (Matcher m = MOVED.matcher(sql(file)); m.find(); )
                moved(m.group(1) + "." + m.group(2), m.group(3) + "." + m.group(2), module(file));
    }

    private static List<Path> scripts(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void moved(String from, String to, String module) {
        Kind kind = objects.remove(from);
        if (kind == null) throw new IllegalStateException("nobody makes " + from);
        makers.remove(from);
        objects.put(to, kind);
        makers.put(to, module);
    }

    /** Schema → module. */
    Map<String, String> owners() {
        return Map.copyOf(owners);
    }

    /** Object, such as {@code workorder.work_order} → the module in whose folder it was first made. */
    Map<String, String> makers() {
        return Map.copyOf(makers);
    }

    /** What no module's folder makes belongs to its schema's owner. */
    String owner(String object) {
        String maker = makers.getOrDefault(object, "/");
        return maker.equals("/") ? owners.getOrDefault(object.substring(0, object.indexOf('.')), "") : maker;
    }

    boolean published(String object) {
        Kind kind = objects.get(object);
        return kind == Kind.VIEW || kind == Kind.FUNCTION;
    }

    /** What of other modules the SQL of all modules names. */
    List<Use> foreign(List<JavaSource> sources, Predicate<String> which) {
        List<Use> uses = new ArrayList<>();
        for (Path file : migrations)
            foreign(MIGRATIONS.relativize(file).toString(), module(file), sql(file), which, uses);
        for (Path file : rules) foreign("rules/" + file.getFileName(), moduleOfRules(file), sql(file), which, uses);
        for (JavaSource source : sources) {
            String text = String.join("\n", source.texts());
            foreign(file(source), Modules.of(source.file()), text.toLowerCase(Locale.ROOT), which, uses);
        }
        return uses;
    }

    private void foreign(String file, String module, String sql, Predicate<String> which, List<Use> uses) {
        for (String object : objectsIn(sql))
            if (!owner(object).equals(module) && which.test(object)) uses.add(new Use(file, module, object));
    }

    /** The tables and other things that stand in SQL: {@code schema.name}, or the two as texts that are put together. */
    Set<String> objectsIn(String sql) {
        Set<String> found = new TreeSet<>();
        for (Pattern pattern : List.of(QUALIFIED, PAIR))
            for (Matcher m = pattern.matcher(sql); m.find(); ) {
                String object = m.group(1) + "." + m.group(2);
                if (objects.containsKey(object)) found.add(object);
            }
        return found;
    }

    /** The path from the house on. */
    private static String file(JavaSource source) {
        return Modules.MAIN.relativize(source.file()).toString();
    }

    private static String moduleOfRules(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static String module(Path migration) {
        Path folder = MIGRATIONS.relativize(migration);
        return folder.getNameCount() > 1 ? folder.getName(0).toString() : "/";
    }

    private static String sql(Path file) {
        try {
            return Files.readString(file).replaceAll("--.*", "").toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
