package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a city's database has gone through can't be changed afterwards. */
class MigrationsTest {
    @Test
    void no_released_migration_is_edited_renamed_or_taken_away() {
        Map<String, String> now = new TreeMap<>();
        for (String name : Migrations.pinned().keySet()) now.put(name, Migrations.sha256(Migrations.bytes(name)));
        assertThat(now).hasSizeGreaterThan(20).isEqualTo(Migrations.pinned());
    }
}
