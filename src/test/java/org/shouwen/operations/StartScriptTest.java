package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** What a shell has of a file of settings, sorted, where PORT is set by whoever calls it. */
    private List<String> read(String shell, String settings, String... names) throws Exception {
        Path file = Files.writeString(folder.resolve("settings"), settings);
        String script = shell + " -euc '. src/package/start.sh; read_settings %s; printenv'".formatted(file);
        return Program.run(Map.of("PORT", "1", "INVOCATION_ID", "0123"), "sh", "-c", script)
                .words()
                .lines()
                .filter(line -> List.of(names).contains(line.split("=", 2)[0]))
                .sorted()
                .toList();
    }

    @Test
    void settings_are_read_as_systemd_reads_them_and_never_executed() throws Exception {
        Path evil = folder.resolve("executed");
        String settings = """
            # ADDRESS=0
            ; ADDRESS=0

            URL=jdbc:postgresql://db/shouwen?a=1&b=2;c=3
              TITLE = 首问 & 热线 #12345\t
            QUOTED="two words  "
            SINGLE='say "yes" & no'
            ESCAPED="a \"b\" $HOME"
            PASSWORD=$(touch EVIL)`touch EVIL`
            a;touch EVIL=1
            A$(touch EVIL)=1
            TWICE=1
            TWICE=2
            PORT=9000
            IFS=a
            LAST=end""".replace("EVIL", evil.toString());
        for (String shell : List.of("sh", "bash --posix")) {
            assertThat(read(
                            shell,
                            settings,
                            "ADDRESS",
                            "URL",
                            "TITLE",
                            "QUOTED",
                            "SINGLE",
                            "ESCAPED",
                            "PASSWORD",
                            "TWICE",
                            "PORT",
                            "IFS",
                            "LAST"))
                    .as(shell)
                    .containsExactly(
                            "ESCAPED=a \"b\" $HOME",
                            "LAST=end",
                            "PASSWORD=$(touch %1$s)`touch %1$s`".formatted(evil),
                            "PORT=1",
                            "QUOTED=two words  ",
                            "SINGLE=say \"yes\" & no",
                            "TITLE=首问 & 热线 #12345",
                            "TWICE=2",
                            "URL=jdbc:postgresql://db/shouwen?a=1&b=2;c=3");
            assertThat(evil).doesNotExist();
        }
    }
}
