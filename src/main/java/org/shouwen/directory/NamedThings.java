package org.shouwen.directory;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shouwen.problems.BadInput;

/** Units, classes of matter, places and kinds by their code or by the name that people use; a name must be unique. */
final class NamedThings {
    /** What people put between the steps of a full name. */
    private static final String BETWEEN = "[\\s›>＞/／\\\\—-]";

    private final Directory directory;

    NamedThings(Directory directory) {
        this.directory = directory;
    }

    /** @throws BadInput for {@code field} when there is no such unit */
    Unit unit(String field, String typed) {
        if (typed.isEmpty()) throw new BadInput(field, "problems.field.missing");
        return directory
                .unit(new UnitId(typed.toLowerCase(Locale.ROOT)))
                .orElseGet(
                        () -> one(field, typed, directory.units(), u -> u.name().equals(typed), Unit::name));
    }

    MatterClass matterClass(String typed) {
        return matterClass("matterClass", typed);
    }

    MatterClass matterClass(String field, String typed) {
        if (typed.isEmpty()) throw new BadInput(field, "problems.field.missing");
        return directory
                .matterClass(typed)
                .orElseGet(() -> one(
                        field,
                        typed,
                        directory.matterClasses(),
                        c -> c.name().equals(typed) || steps(c.fullName()).equals(steps(typed)),
                        MatterClass::fullName));
    }

    Place place(String typed) {
        return place("place", typed);
    }

    Place place(String field, String typed) {
        return directory.place(typed).orElseGet(() -> {
            List<Place> all = directory.searchPlaces(typed.replaceAll(".*" + BETWEEN, ""), Integer.MAX_VALUE);
            Predicate<Place> fits =
                    p -> p.name().equals(typed) || steps(p.fullName()).equals(steps(typed));
            List<Place> counties = all.stream()
                    .filter(fits)
                    .filter(p -> p.level() == Place.Level.COUNTY)
                    .toList();
            return one(field, typed, counties.isEmpty() ? all : counties, fits, Place::fullName);
        });
    }

    static UnitKind kind(String typed) {
        return switch (typed.toUpperCase(Locale.ROOT)) {
            case "COUNTY", "县区政府", "县区", "区县" -> UnitKind.COUNTY;
            case "BUREAU", "部门", "市直部门" -> UnitKind.BUREAU;
            case "UTILITY", "公共服务企事业", "公共服务企事业单位", "企事业单位" -> UnitKind.UTILITY;
            case "" -> throw new BadInput("kind", "problems.field.missing");
            default -> throw new BadInput("kind", "problems.field.unknown", typed);
        };
    }

    /** 供热 › 室内温度不达标, 供热/室内温度不达标 and 供热-室内温度不达标 are one. */
    private static String steps(String name) {
        return name.replaceAll(BETWEEN + "+", "");
    }

    private static <T> T one(String field, String typed, List<T> all, Predicate<T> fits, Function<T, String> shown) {
        List<T> found = all.stream().filter(fits).toList();
        if (found.isEmpty()) throw new BadInput(field, "problems.field.unknown", typed);
        if (found.size() > 1)
            throw new BadInput(
                    field,
                    "directory.import.ambiguous",
                    typed,
                    String.join("、", found.stream().map(shown).limit(5).toList()));
        return found.getFirst();
    }
}
