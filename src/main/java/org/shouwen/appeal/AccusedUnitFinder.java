package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.identity.PersonalDataDetector.Kind;
import org.shouwen.identity.Redactor;

/** Finds in words who is complained about, by the names of the directory's units as people write them (ruling 14). */
final class AccusedUnitFinder {
    /** The city before a name that is long enough without it. */
    private static final Pattern CITY = Pattern.compile("^(\\p{IsHan}{2}(?<!市))?市(?=\\p{IsHan}{4})");

    private static final Pattern PLACE_NAME = Pattern.compile("[\\p{IsHan}&&[^市县区]]{2}[市县区]$");

    /** What may stand beside a unit's name without meaning another one. */
    private static final Pattern NOBODY_ELSE = Pattern.compile(
            "(?:[\\s\\p{P}]|工作人员|人员|员工|职工|领导|同志|全体|[的和及与人市]|\\p{IsHan}某{0,2}(?:经理|科长|主任|处长|局长|所长|站长|队长|收费员))*");

    private AccusedUnitFinder() {}

    /**
     * What units must not know. The accused units are those whose names the words hold; where they hold none, and may hold
     * another one, whoever is complained about may be of any unit until the platform says which.
     */
    static Confidentiality find(AppealContent w, Directory directory, Redactor scrub, UnaryOperator<String> unnamed) {
        if (w.accused().isEmpty()) return new Confidentiality(w.secret(), List.of(), "", null, null);
        List<Unit> units = directory.units().stream()
                .sorted(Comparator.comparingInt((Unit u) -> -u.name().length()))
                .toList();
        Set<String> cities = cities(units);
        List<UnitId> accused = new ArrayList<>();
        boolean unclear = false;
        String rest = w.accused();
        for (Unit u : units) {
            String name = called(u);
            for (int at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
                String before = rest.substring(0, at);
                if (ofAnotherPlace(before, cities) || (name.startsWith("市") && ofAnotherPlace(before + "市", cities)))
                    continue;
                if (!accused.contains(u.id())) accused.add(u.id());
                unclear |= !u.active();
                // a shorter name within it is not another unit
                rest = rest.substring(0, at) + " ".repeat(name.length()) + rest.substring(at + name.length());
            }
        }
        for (String city : cities) rest = rest.replace(city, " ").replace(city.substring(0, city.length() - 1), " ");
        unclear |= accused.isEmpty() || !NOBODY_ELSE.matcher(rest).matches();
        // who is complained about may be introduced like somebody who speaks of themselves
        String who = unnamed.apply(scrub.of(w.accused(), EnumSet.of(Kind.NAME)));
        return new Confidentiality(w.secret(), accused, MaskRemover.of(who), null, null, unclear);
    }

    /** People leave the city out of a name. */
    private static String called(Unit u) {
        return u.kind() == UnitKind.COUNTY ? u.name() : CITY.matcher(u.name()).replaceFirst("");
    }

    private static Set<String> cities(List<Unit> units) {
        return units.stream()
                .filter(u -> u.kind() != UnitKind.COUNTY)
                .map(u -> CITY.matcher(u.name()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .filter(city -> city.length() > 1)
                .collect(Collectors.toSet());
    }

    /** A county's bureau is called like the city's. */
    private static boolean ofAnotherPlace(String before, Set<String> cities) {
        return PLACE_NAME.matcher(before).find() && cities.stream().noneMatch(before::endsWith);
    }
}
