package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.embedded.FullDisk;

/** A full disk is told from other faults in the language of the system, and where the words say nothing by what is free. */
class FullDiskWordsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "设备上没有空间", "Disk quota exceeded", "超出磁盘限额"})
    void a_backup_says_it_in_words_whatever_the_system_speaks(String reason) {
        IOException fault = new FileSystemException(folder.resolve("a").toString(), null, reason);
        assertThat(BackupRefused.because(fault, folder))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("磁盘已满");
        assertThat(BackupRefused.because(new IOException("pg_ctl", fault), folder))
                .as("also where it lies beneath another")
                .isInstanceOf(BackupRefused.class);
    }

    @Test
    void other_faults_and_refusals_stay_as_they_are() {
        IOException other = new IOException("Input/output error");
        assertThat(BackupRefused.because(other, folder)).isSameAs(other);
        BackupRefused refused = new BackupRefused("设备上没有空间", "No space left");
        assertThat(BackupRefused.because(refused, folder)).isSameAs(refused);
    }

    @Test
    void where_the_words_say_nothing_a_disk_with_next_to_nothing_free_is_full() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        var mounted = Program.run(Map.of(), "mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", small.toString());
        assumeThat(mounted.status())
                .as("a small file system can be mounted here")
                .isZero();
        try {
            IOException fault = new IOException("Gerätefehler");
            assertThat(FullDisk.is(fault, small.resolve("not/there/yet"))).isTrue();
            assertThat(FullDisk.is(fault, folder)).isFalse();
            assertThat(FullDisk.is(new AccessDeniedException("a"), small)).isFalse();
            assertThat(FullDisk.is(new NoSuchFileException("a"), small)).isFalse();
        } finally {
            Program.run(Map.of(), "umount", small.toString());
        }
    }
}
