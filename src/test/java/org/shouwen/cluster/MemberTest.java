package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the trial of a cluster starts, starts beside its log: a clone in the home of root is closed to the database's user. */
class MemberTest {
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_member_starts_in_the_folder_of_its_log(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("member.log");
        Member member = new Member("member", List.of("sh", "-c", "pwd -P"), Map.of(), log);
        member.start();
        while (member.alive()) Thread.onSpinWait();
        assertThat(Path.of(Files.readString(log).strip())).isEqualTo(folder.toRealPath());
    }

    @Test
    void shared_memory_that_is_closed_to_the_databases_user_is_named_before_anything_starts(@TempDir Path folder)
            throws IOException {
        // whoever is not root runs the members, and may write there
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Packages.sharedMemory(folder)).isEqualTo(!Ground.root());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(Packages.sharedMemory(folder)).isTrue();
        assertThat(Packages.sharedMemory(folder.resolve("none"))).isFalse();
    }
}
