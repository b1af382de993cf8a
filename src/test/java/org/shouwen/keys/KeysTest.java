package org.shouwen.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.problems.WrongSetting;

/** Keys come from a file, or from a program that keeps them. */
class KeysTest {
    @TempDir
    Path home;

    private String program(String body) throws IOException {
        Path file = home.resolve("keeper");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file + " get";
    }

    @Test
    void from_a_file_that_is_made_once_and_is_the_owners_alone() throws IOException {
        byte[] made = new Keys(home, "").key("identity");
        assertThat(new Keys(home, "").key("identity")).isEqualTo(made).hasSize(32);
        Path file = home.resolve("keys/identity.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new Keys(home, "").key("identity.2"))
                .as("a later version is made on purpose, never by reading")
                .isInstanceOf(WrongSetting.class);
    }

    @Test
    void from_the_environment_and_a_later_version_from_there_as_well() {
        String first = Base64.getEncoder().encodeToString(new byte[32]);
        Map<String, String> environment = new HashMap<>(Map.of("SHOUWEN_KEY_IDENTITY", first));
        Keys keys = new Keys(home, "", environment::get);
        assertThat(keys.key("identity")).isEqualTo(new byte[32]);
        assertThatThrownBy(() -> keys.make("identity.2"))
                .as("a file on one node would be another key than the other nodes'")
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("SHOUWEN_KEY_IDENTITY_2");
        byte[] second = new byte[32];
        second[0] = 2;
        environment.put("SHOUWEN_KEY_IDENTITY_2", Base64.getEncoder().encodeToString(second));
        keys.make("identity.2");
        assertThat(keys.key("identity.2")).isEqualTo(second);
        assertThat(home.resolve("keys")).doesNotExist();
    }

    @Test
    void from_a_program_by_name() throws IOException {
        byte[] key = new byte[32];
        key[0] = 7;
        String answer = Base64.getEncoder().encodeToString(key);
        Keys keys = new Keys(home, program("[ \"$1 $2\" = \"get identity\" ] && echo " + answer));
        assertThat(keys.key("identity")).isEqualTo(key);
        assertThatThrownBy(() -> keys.key("history")).isInstanceOf(WrongSetting.class);
        assertThat(home.resolve("keys")).doesNotExist();
        assertThatThrownBy(() -> new Keys(home, program("echo too-short")).key("identity"))
                .isInstanceOf(WrongSetting.class);
    }
}
