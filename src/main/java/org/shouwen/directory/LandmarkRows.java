package org.shouwen.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Columns;
import org.shouwen.tables.Columns.Column;
import org.shouwen.tables.Table.Line;

/** Rows of the city's own list of streets, compounds and landmarks. */
final class LandmarkRows {
    static final Columns COLUMNS = new Columns(
            List.of(
                    Column.of("kind", "小区", "类别", "类型", "种类"),
                    Column.of("name", "示例花园", "名称", "地名"),
                    Column.of("aliases", "花园小区、示例花园一期", "别名", "俗称", "曾用名"),
                    Column.of("place", "某区", "所在地", "区县", "属地", "街道", "地点")),
            List.of(List.of("kind"), List.of("name"), List.of("place")));

    private final Landmarks landmarks;

    LandmarkRows(Landmarks landmarks) {
        this.landmarks = landmarks;
    }

    ImportRun.Planned plan(Line line, ImportRun run) {
        Landmark.Kind kind = kind(line.get("kind"));
        String name = line.get("name");
        if (name.isEmpty()) throw new BadInput("name", "problems.field.missing");
        String typed = line.get("place");
        if (typed.isEmpty()) throw new BadInput("place", "problems.field.missing");
        Place place = run.named.place(typed);
        Optional<Landmark> there = landmarks.find(name, place.code());
        List<String> aliases = line.cell("aliases") != null
                ? Arrays.stream(line.get("aliases").split("[、,，;；/]"))
                        .map(String::strip)
                        .filter(a -> !a.isEmpty())
                        .distinct()
                        .toList()
                : there.map(Landmark::aliases).orElse(List.of());
        String what = place.fullName() + " " + name;
        if (there.filter(l -> l.kind() == kind && l.aliases().equals(aliases)).isPresent())
            return ImportRun.Planned.unchanged(what);
        String before = there.map(l -> String.join("、", l.aliases())).orElse("");
        return new ImportRun.Planned(
                what,
                List.of(new DirectoryImport.Difference("aliases", before, String.join("、", aliases))),
                there.isEmpty(),
                () -> landmarks.put(kind, name, aliases, place.code(), run.by));
    }

    private static Landmark.Kind kind(String typed) {
        return switch (typed.toUpperCase(java.util.Locale.ROOT)) {
            case "STREET", "街路", "道路", "街", "路", "街巷" -> Landmark.Kind.STREET;
            case "COMPOUND", "小区", "楼院", "院落", "楼盘" -> Landmark.Kind.COMPOUND;
            case "LANDMARK", "地标", "标志物", "建筑物", "单位" -> Landmark.Kind.LANDMARK;
            case "" -> throw new BadInput("kind", "problems.field.missing");
            default -> throw new BadInput("kind", "problems.field.unknown", typed);
        };
    }
}
