package org.shouwen.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;

/** What stands in the directory, which everybody at work may read; so few that all is read when a unit changes. */
abstract class SearchableDirectory implements SearchableThings {
    final Directory directory;

    SearchableDirectory(Directory directory) {
        this.directory = directory;
    }

    /** What is found of a unit that is active. */
    abstract Stream<Searchable> of(Unit unit);

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
        return directory.units().stream().filter(Unit::active).flatMap(this::of).toList();
    }
}
