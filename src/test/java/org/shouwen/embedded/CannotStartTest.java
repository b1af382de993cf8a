package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is said in words. */
class CannotStartTest {
    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_said_as_such_under_a_Chinese_locale_too() {
        assertThat(CannotStart.because(folder, new IOException("initdb: 设备上没有空间")))
                .hasMessageContaining("磁盘已满")
                .hasMessageContaining("The disk is full");
        assertThat(CannotStart.because(folder, new IOException("initdb: 段错误"))).hasMessageContaining("did not start");
    }
}
