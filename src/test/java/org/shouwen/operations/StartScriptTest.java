package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The one script that starts Java for the clone, the packages and the image, with a Java that prints what it was given. */
class StartScriptTest {
    @TempDir(factory = BesideClasses.class, cleanup = CleanupMode.ALWAYS)
    Path folder;

    private Path caches;

    @BeforeEach
    void java() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("a.jar"), "");
        caches = folder.resolve("caches");
    }

    private String started(String before, String word) throws Exception {
        String script = "%s . src/package/start.sh; start_shouwen %s %s x.jar %s %s"
                .formatted(before, folder.resolve("jdk"), folder.resolve("a.jar"), caches, word);
        String[] command = before.isEmpty()
                ? new String[] {"sh", "-euc", script}
                : new String[] {"unshare", "-rm", "sh", "-euc", script};
        var ran = Program.run(Map.of(), command);
        assertThat(ran.status()).as(ran.words()).isZero();
        return ran.words();
    }

    @Test
    void the_words_come_last_and_a_first_run_leaves_a_cache_that_the_next_one_and_every_command_use() throws Exception {
        assertThat(started("", "run"))
                .contains("-XX:AOTCacheOutput=" + caches)
                .endsWith("-cp\nx.jar\norg.shouwen.Shouwen\nrun\n");
        assertThat(started("", "'two words'")).doesNotContain("AOTCache").endsWith("\ntwo words\n");
        String output = started("", "run")
                .lines()
                .filter(l -> l.startsWith("-XX:AOTCacheOutput="))
                .findFirst()
                .orElseThrow();
        Files.writeString(Path.of(output.substring(output.indexOf('=') + 1)), "");
        assertThat(started("", "verify")).contains("-XX:AOTCache=" + caches);
    }

    @Test
    void where_nothing_but_the_data_may_be_written_that_is_where_temporary_files_go() throws Exception {
        assumeTrue(Program.run(Map.of(), "unshare", "-rm", "true").status() == 0, "no namespaces of one's own here");
        assumeTrue(!folder.startsWith("/tmp"), "this clone would be hidden with it");
        assertThat(started("mount -t tmpfs -o ro none /tmp;", "run"))
                .contains("-Djava.io.tmpdir=" + caches.resolve("tmp"));
        assertThat(caches.resolve("tmp")).isDirectory();
        assertThat(started("", "run")).doesNotContain("java.io.tmpdir");
    }
}
