package org.shouwen.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.springframework.stereotype.Component;

/** 承办单位 as they stand in the directory, which everybody at work may read. */
@Component
class SearchableUnits implements SearchableThings {
    private final Directory directory;

    SearchableUnits(Directory directory) {
        this.directory = directory;
    }

    @Override
    public ThingKind kind() {
        return ThingKind.UNIT;
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
                .map(SearchableUnits::searchable)
                .toList();
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
