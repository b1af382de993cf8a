package org.shouwen.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.springframework.stereotype.Component;

/** 承办单位 as they stand in the directory, which everybody at work may read. */
@Component
class SearchableUnits extends SearchableDirectory {
    SearchableUnits(Directory directory) {
        super(directory);
    }

    @Override
    public ThingKind kind() {
        return ThingKind.UNIT;
    }

    @Override
    Stream<Searchable> of(Unit unit) {
        return Stream.of(searchable(unit));
    }

    private static Searchable searchable(Unit u) {
        String code = u.id().code();
        return new Searchable(
                UUID.nameUUIDFromBytes(("unit:" + code).getBytes(StandardCharsets.UTF_8)),
                null,
                code,
                Instant.EPOCH,
                u.name(),
                String.join(" ", u.desk(), u.head(), u.leaderInCharge(), u.phone())
                        .strip(),
                "",
                List.of(code),
                "",
                null,
                null,
                null,
                false);
    }

    @Override
    public String page(UUID id, String number, List<String> units, CurrentUser viewer) {
        return viewer.has(Role.ADMIN) ? "/admin/units/" + number : "";
    }
}
