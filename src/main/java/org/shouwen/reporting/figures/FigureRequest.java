package org.shouwen.reporting.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.problems.BadInput;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.TypedPeriod;
import org.shouwen.reporting.facts.Dimension;

/**
 * What a person asks of figures, as it was typed.
 *
 * @param named codes by dimension as typed, to be shown again
 * @param selection the same with what lies under a place or class
 */
public record FigureRequest(Period period, Optional<Dimension> by, Map<Dimension, String> named, Selection selection) {
    /**
     * Reads the parameters {@code from}, {@code to}, {@code by}, {@code unit}, {@code class}, {@code place}, {@code channel},
     * {@code hour}, {@code kind} and {@code agent}. A person of a unit asks about that unit, whatever they type.
     *
     * @throws BadInput when a date, a dimension or an hour is none, or agents are asked about by somebody else
     */
    public static FigureRequest of(Map<String, String> typed, CurrentUser me, Directory directory, LocalDate today) {
        Map<Dimension, String> named = new EnumMap<>(Dimension.class);
        for (Dimension d : Dimension.ASKED) {
            String code =
                    typed.getOrDefault(d.name().toLowerCase(Locale.ROOT), "").strip();
            if (!code.isEmpty()) named.put(d, code);
        }
        Optional<Dimension> by = by(typed.get("by"));
        if (!agents(me) && (named.containsKey(Dimension.AGENT) || by.equals(Optional.of(Dimension.AGENT))))
            throw new BadInput("by", "reporting.bad.agents");
        if (me.unit() != null) named.put(Dimension.UNIT, me.unit().code());
        Selection selection = Selection.ALL;
        for (Map.Entry<Dimension, String> e : named.entrySet())
            selection = selection.and(e.getKey(), under(e.getKey(), e.getValue(), directory));
        return new FigureRequest(
                TypedPeriod.read(typed.get("from"), typed.get("to"), today), by, Map.copyOf(named), selection);
    }

    /** Who may tell agents apart: those who supervise their work, and nobody else. */
    public static boolean agents(CurrentUser me) {
        return me.has(Role.SUPERVISOR) || me.has(Role.BUREAU);
    }

    private static Optional<Dimension> by(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return Optional.empty();
        for (Dimension d : Dimension.ASKED) if (d.name().equalsIgnoreCase(typed.strip())) return Optional.of(d);
        throw new BadInput("by", "reporting.bad.by");
    }

    private static List<String> under(Dimension dimension, String code, Directory directory) {
        return switch (dimension) {
            case PLACE -> places(code, directory);
            case CLASS -> classes(code, directory);
            case UNIT, CHANNEL, HOUR, KIND, AGENT, CLASS_AND_PLACE -> List.of(code);
        };
    }

    private static List<String> places(String code, Directory directory) {
        List<String> all = new ArrayList<>(List.of(code));
        for (int i = 0; i < all.size(); i++)
            directory.placesUnder(all.get(i)).stream().map(Place::code).forEach(all::add);
        return all;
    }

    private static List<String> classes(String code, Directory directory) {
        List<String> all = new ArrayList<>(List.of(code));
        for (int i = 0; i < all.size(); i++) {
            String above = all.get(i);
            directory.matterClasses().stream()
                    .filter(c -> above.equals(c.parent()))
                    .map(MatterClass::code)
                    .forEach(all::add);
        }
        return all;
    }
}
