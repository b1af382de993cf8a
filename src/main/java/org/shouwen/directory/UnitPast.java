package org.shouwen.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Recorded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a unit's history tells of things that stood once and that a person changed: an import does not bring them back. */
final class UnitPast {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Was(String name, @Nullable UUID section) {}

    private record Duty(String matterClass, @Nullable String place) {}

    private final Map<Duty, LocalDate> dutiesRemoved = new HashMap<>();
    private final Map<Duty, String> dutiesRuled = new HashMap<>();
    private final Map<UUID, List<Was>> officers = new HashMap<>();
    private final Map<UUID, Set<String>> sections = new HashMap<>();
    private final Map<String, LocalDate> sectionsRemoved = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final TypedFields typed = new TypedFields();

    /** @param entries of the unit's history, oldest first */
    static UnitPast of(List<Recorded> entries, JsonMapper json) {
        UnitPast past = new UnitPast();
        for (Recorded e : entries) past.read(e, json.readTree(e.body()));
        return past;
    }

    private void read(Recorded entry, JsonNode body) {
        LocalDate on = entry.at().atZone(ZONE).toLocalDate();
        typed.read(entry, body);
        switch (entry.type()) {
            case "UnitCreated", "UnitChanged" -> names.add(text(body, "name"));
            case "DutyAdded" -> dutiesRemoved.remove(duty(body));
            case "DutyRemoved" -> {
                dutiesRemoved.put(duty(body), on);
                dutiesRuled.remove(duty(body));
            }
            case "DutyRuled" -> dutiesRuled.put(duty(body.path("entry")), text(body, "ruling"));
            case "OfficerPut" ->
                officers.computeIfAbsent(id(body, "id"), _ -> new ArrayList<>())
                        .add(new Was(text(body, "name"), idOrNull(body, "section")));
            case "SectionPut" ->
                sections.computeIfAbsent(id(body, "id"), _ -> new HashSet<>()).add(text(body, "name"));
            case "SectionRemoved" -> sectionsRemoved.put(text(body, "name"), on);
            default -> {}
        }
    }

    /** Whether the unit has, or once had, this name. */
    boolean onceNamed(String name) {
        return names.contains(name);
    }

    /** When a line of the duty list was taken from this unit and not given back. */
    Optional<LocalDate> removed(DutyEntry entry) {
        return Optional.ofNullable(dutiesRemoved.get(new Duty(entry.matterClass(), entry.place())));
    }

    /** The number of the ruling that gave this matter to this unit. */
    Optional<String> ruled(DutyEntry entry) {
        return Optional.ofNullable(dutiesRuled.get(new Duty(entry.matterClass(), entry.place())));
    }

    /** Officers who once had this name. */
    List<UUID> onceCalled(String name) {
        return officers.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(w -> w.name().equals(name)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether an officer was in a section once and is no longer. */
    boolean onceIn(UUID officer, @Nullable UUID section, @Nullable UUID now) {
        return !Objects.equals(section, now)
                && officers.getOrDefault(officer, List.of()).stream()
                        .anyMatch(w -> Objects.equals(w.section(), section));
    }

    /** Sections that once had this name. */
    List<UUID> sectionsOnceCalled(String name) {
        return sections.entrySet().stream()
                .filter(e -> e.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<LocalDate> sectionRemoved(String name) {
        return Optional.ofNullable(sectionsRemoved.get(name));
    }

    /**
     * Whether a field's value was typed by a person.
     *
     * @param of {@link TypedFields#UNIT}, or an officer's id
     * @param column as the table calls it, such as {@code leader_in_charge}
     */
    boolean typed(String of, String column) {
        return typed.typed(of, field(column));
    }

    /** {@code leader_in_charge} as entries call it: {@code leaderInCharge}. */
    static String field(String column) {
        return column.equals("leader_in_charge") ? "leaderInCharge" : column;
    }

    private static Duty duty(JsonNode body) {
        JsonNode place = body.path("place");
        return new Duty(text(body, "matterClass"), place.isString() ? place.stringValue() : null);
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asString("");
    }

    private static UUID id(JsonNode body, String name) {
        return UUID.fromString(text(body, name));
    }

    private static @Nullable UUID idOrNull(JsonNode body, String name) {
        return body.path(name).isString() ? id(body, name) : null;
    }
}
