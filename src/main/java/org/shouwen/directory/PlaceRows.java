package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table;
import org.shouwen.tables.Table.Line;

/**
 * Rows of the table of places. Statistical codes of 6, 9 and 12 digits say themselves which level they are and what they
 * lie in; 210602000000, as the statistics office prints it, is 210602. Other codes need a level and what they lie in.
 */
final class PlaceRows {
    private final CityLists lists;

    /** What earlier rows of this table put, or in a dry run would have put, by code and by name. */
    private final Map<String, Place> put = new HashMap<>();

    PlaceRows(CityLists lists) {
        this.lists = lists;
    }

    /** What holds others comes before them, however the file is sorted; the line numbers stay those of the file. */
    static Table ordered(Table table) {
        List<Line> lines = new ArrayList<>(table.lines());
        lines.sort(Comparator.comparingInt(PlaceRows::depth));
        return table.with(lines);
    }

    private static int depth(Line line) {
        return levelOf(line.get("level"))
                .or(() -> byCode(code(line.get("code"))))
                .map(Place.Level::ordinal)
                .orElse(Place.Level.values().length);
    }

    ImportRun.Planned plan(Line line, ImportRun run) {
        String code = code(line.get("code"));
        if (code.isEmpty()) throw new BadInput("code", "problems.field.missing");
        if (run.repeats("code", code, line)) return ImportRun.Planned.unchanged(code);
        Place there = run.directory.place(code).orElse(null);
        String name = there != null && line.cell("name") == null ? there.name() : line.get("name");
        Place parent = parent(line, code, there, run);
        Place.Level level = level(line, code, there, parent);
        if (parent != null && parent.level().compareTo(level) >= 0)
            throw new BadInput("parent", "directory.import.place.above", parent.name());
        Place next = CityLists.checked(new Place(code, name, name, level, parent == null ? null : parent.code()));
        put.put(code, next);
        put.putIfAbsent(next.name(), next);
        List<DirectoryImport.Difference> found = new ArrayList<>();
        UnitRows.differ(found, "name", there == null ? "" : there.name(), next.name());
        UnitRows.differ(found, "level", there == null ? "" : there.level().name(), level.name());
        UnitRows.differ(found, "parent", there == null ? "" : or(there.parent()), or(next.parent()));
        String what = next.name() + " " + code;
        return found.isEmpty()
                ? ImportRun.Planned.unchanged(what)
                : new ImportRun.Planned(what, found, there == null, () -> lists.put(next, run.by));
    }

    private static String or(@Nullable String code) {
        return code == null ? "" : code;
    }

    private @Nullable Place parent(Line line, String code, @Nullable Place there, ImportRun run) {
        String typed = line.get("parent");
        if (!typed.isEmpty()) {
            Place earlier = put.get(code(typed));
            return earlier != null ? earlier : run.named.place("parent", code(typed));
        }
        if (line.cell("parent") == null && there != null && there.parent() != null) return known(there.parent(), run);
        String above = byCode(code).isEmpty()
                ? ""
                : switch (code.length()) {
                    case 12 -> code.substring(0, 9);
                    case 9 -> code.substring(0, 6);
                    default -> code.endsWith("00") ? "" : code.substring(0, 4) + "00";
                };
        return above.isEmpty() ? null : known(above, run);
    }

    private @Nullable Place known(String code, ImportRun run) {
        Place earlier = put.get(code);
        return earlier != null ? earlier : run.directory.place(code).orElse(null);
    }

    private static Place.Level level(Line line, String code, @Nullable Place there, @Nullable Place parent) {
        String typed = line.get("level");
        if (!typed.isEmpty())
            return levelOf(typed).orElseThrow(() -> new BadInput("level", "problems.field.unknown", typed));
        if (there != null) return there.level();
        return byCode(code)
                .or(() -> parent == null ? Optional.empty() : parent.level().below())
                .orElseThrow(() -> new BadInput("level", "problems.field.missing"));
    }

    /** As offices write it. */
    private static Optional<Place.Level> levelOf(String typed) {
        return Optional.ofNullable(
                switch (typed.toUpperCase(Locale.ROOT)) {
                    case "CITY", "市", "地级市", "城市", "地市" -> Place.Level.CITY;
                    case "COUNTY", "区县", "县区", "区", "县", "县级", "县级市", "区（县）", "区(县)" -> Place.Level.COUNTY;
                    case "TOWN", "街道", "乡镇", "乡镇街道", "镇街", "镇", "乡", "乡级" -> Place.Level.TOWN;
                    case "VILLAGE", "社区", "村", "村社区", "社区村", "村级", "村居" -> Place.Level.VILLAGE;
                    default -> null;
                });
    }

    private static Optional<Place.Level> byCode(String code) {
        if (!code.matches("\\d{6}|\\d{9}|\\d{12}")) return Optional.empty();
        return Optional.of(
                switch (code.length()) {
                    case 12 -> Place.Level.VILLAGE;
                    case 9 -> Place.Level.TOWN;
                    default -> code.endsWith("00") ? Place.Level.CITY : Place.Level.COUNTY;
                });
    }

    /** Without the zeros that fill a code of the statistics office up to twelve digits. */
    private static String code(String typed) {
        if (typed.matches("\\d{6}0{6}")) return typed.substring(0, 6);
        return typed.matches("\\d{9}0{3}") ? typed.substring(0, 9) : typed;
    }
}
