package org.shouwen.keys;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.shouwen.problems.WrongSetting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A node starts with the keys that its database was written with, and with no others. */
@ShouwenTest
class KnownKeysTest {
    @Autowired
    KeyVersions versions;

    @Autowired
    LaidKeys laid;

    @Autowired
    JdbcClient jdbc;

    @Value("${shouwen.home}")
    Path home;

    @TempDir
    Path other;

    private void starts(String without) throws Exception {
        Path keys = Files.createDirectory(other.resolve("keys"));
        for (String name : KnownKeys.NAMES)
            if (!name.equals(without))
                Files.copy(home.resolve("keys").resolve(name + ".key"), keys.resolve(name + ".key"));
        new KnownKeys(new Keys(other, "", _ -> null), versions, jdbc).afterPropertiesSet();
    }

    @Test
    void with_the_same_keys_a_second_node_starts() {
        assertThatCode(() -> starts("")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "identity", "look-up", "second-factor", "throttle", "events"})
    void with_another_one_it_is_refused_by_name(String name) {
        assertThatThrownBy(() -> starts(name)).isInstanceOf(WrongSetting.class).hasMessageContaining("'" + name + "'");
    }

    /** Else it would read nothing of what the others wrote while it was away. */
    @Test
    @Transactional
    void without_a_later_version_that_is_written_with_it_is_refused_by_name() {
        laid.lay("identity");
        assertThatCode(() -> starts("")).as("laid, and not written with yet").doesNotThrowAnyException();
        laid.use();
        assertThatThrownBy(() -> new KnownKeys(new Keys(other, "", _ -> null), versions, jdbc).afterPropertiesSet())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("'identity.2'");
    }
}
