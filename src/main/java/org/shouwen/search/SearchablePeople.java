package org.shouwen.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.springframework.stereotype.Component;

/** Officers of the units as they stand in the directory, which everybody at work may read; without their telephones. */
@Component
class SearchablePeople implements SearchableThings {
    private final Directory directory;

    SearchablePeople(Directory directory) {
        this.directory = directory;
    }

    @Override
    public ThingKind kind() {
        return ThingKind.PERSON;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("unit");
    }

    @Override
    public boolean open(CurrentUser viewer) {
        return viewer.roles().stream().anyMatch(Role.PEOPLE::contains);
    }

    @Override
    public boolean few() {
        return true;
    }

    @Override
    public List<Searchable> of(Collection<UUID> ids) {
        return after(null, Integer.MAX_VALUE);
    }

    @Override
    public List<Searchable> after(@Nullable UUID id, int most) {
        return directory.units().stream()
                .filter(Unit::active)
                .flatMap(u -> directory.officers(u.id()).stream().map(o -> searchable(u, o)))
                .toList();
    }

    private Searchable searchable(Unit u, Officer o) {
        String section = o.section() == null
                ? ""
                : directory.section(o.section()).map(Section::name).orElse("");
        return new Searchable(
                o.id(),
                null,
                "",
                Instant.EPOCH,
                o.name(),
                String.join(" ", u.name(), section, o.post()).strip(),
                "",
                List.of(u.id().code()),
                "",
                null,
                null,
                null,
                false);
    }

    @Override
    public String page(UUID id, String number, List<String> units, CurrentUser viewer) {
        return viewer.has(Role.ADMIN) ? "/admin/units/" + String.join("", units) : "";
    }
}
