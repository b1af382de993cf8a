package org.shouwen.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.springframework.stereotype.Component;

/** Officers of the units as they stand in the directory, which everybody at work may read; without their telephones. */
@Component
class SearchablePeople extends SearchableDirectory {
    SearchablePeople(Directory directory) {
        super(directory);
    }

    @Override
    public ThingKind kind() {
        return ThingKind.PERSON;
    }

    @Override
    Stream<Searchable> of(Unit unit) {
        return directory.officers(unit.id()).stream().map(o -> searchable(unit, o));
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
