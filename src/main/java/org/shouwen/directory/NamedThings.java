package org.shouwen.directory;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shouwen.problems.BadInput;

/**
 * Units, classes of matter, places and kinds by their code or by the name that people use, in full, as a unit was called
 * once, or shortened; what is meant must be unique, and what it may be is named where it is not.
 */
final class NamedThings {
    /** What people put between the steps of a full name. */
    private static final String BETWEEN = "[\\s›>＞/／\\\\—-]";

    private final Directory directory;
    private final Function<String, List<Unit>> once;

    /** @param once the units that were called so once */
    NamedThings(Directory directory, Function<String, List<Unit>> once) {
        this.directory = directory;
        this.once = once;
    }

    /** @throws BadInput for {@code field} when there is no such unit */
    Unit unit(String field, String typed) {
        if (typed.isEmpty()) throw new BadInput(field, "problems.field.missing");
        return directory.unit(new UnitId(typed.toLowerCase(Locale.ROOT))).orElseGet(() -> {
            List<Unit> all = directory.units();
            List<Unit> found = all.stream().filter(u -> u.name().equals(typed)).toList();
            if (found.isEmpty()) found = once.apply(typed);
            return one(field, typed, found, all, Unit::name, Unit::name);
        });
    }

    MatterClass matterClass(String typed) {
        return matterClass("matterClass", typed);
    }

    MatterClass matterClass(String field, String typed) {
        if (typed.isEmpty()) throw new BadInput(field, "problems.field.missing");
        return directory.matterClass(typed).orElseGet(() -> {
            List<MatterClass> all = directory.matterClasses();
            List<MatterClass> found = all.stream()
                    .filter(c -> c.name().equals(typed) || steps(c.fullName()).equals(steps(typed)))
                    .toList();
            return one(field, typed, found, all, MatterClass::name, MatterClass::fullName);
        });
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
            List<Place> found = counties.isEmpty() ? all.stream().filter(fits).toList() : counties;
            List<Place> begin =
                    all.stream().filter(p -> p.name().startsWith(typed)).toList();
            List<Place> top =
                    begin.stream().filter(p -> p.level() == Place.Level.COUNTY).toList();
            boolean county = !ShortNames.meant(typed, top, Place::name).isEmpty();
            return one(field, typed, found, county ? top : begin, Place::name, Place::fullName);
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

    /**
     * The one that was meant.
     *
     * @param found by the full name
     * @param all where none was: among which a shortened name is looked for
     */
    private static <T> T one(
            String field,
            String typed,
            List<T> found,
            List<T> all,
            Function<T, String> name,
            Function<T, String> shown) {
        List<T> meant = found.isEmpty() ? ShortNames.meant(typed, all, name) : found;
        if (meant.size() == 1) return meant.getFirst();
        if (meant.size() > 1) throw new BadInput(field, "directory.import.ambiguous", typed, listed(meant, shown));
        List<T> alike = ShortNames.alike(typed, all, name);
        if (alike.isEmpty()) throw new BadInput(field, "problems.field.unknown", typed);
        throw new BadInput(field, "directory.import.alike", typed, listed(alike, shown));
    }

    private static <T> String listed(List<T> things, Function<T, String> shown) {
        return String.join("；", things.stream().map(shown).limit(5).toList());
    }
}
