package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Folders of somebody else, and files that are none: said in a sentence, with exit status 2 and no trace. */
class FileFaultTest extends BackedUpHome {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** Root without what lets it write everywhere. */
    @Override
    protected List<String> asWhom() {
        return ROOT ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search") : List.of();
    }

    @Override
    protected Map<String, String> surroundings() {
        return Map.of(
                "SHOUWEN_DB_URL",
                "jdbc:postgresql://127.0.0.1:1/none",
                "SHOUWEN_STORE",
                folder.resolve("shared").toString());
    }

    private Path closed(String permissions) throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed-" + permissions));
        return Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(permissions));
    }

    private void isSaid(String zh, String en, Path folder) {
        String user = System.getProperty("user.name");
        assertThat(said)
                .contains("用户 " + user + " " + zh + " " + folder + "：")
                .contains("The user " + user + " " + en + " " + folder + ":")
                .doesNotContain("\tat ");
    }

    @Test
    void a_folder_that_may_not_be_written_is_named_by_each_command() throws Exception {
        if (ROOT) assumeTrue(Program.installed("setpriv"), "setpriv is not installed");
        Path place = closed("r-xr-xr-x").resolve("backups");
        assertThat(command(home, "backup", place.toString(), "--keys=" + keys()))
                .as(said)
                .isEqualTo(2);
        isSaid("不能写入", "may not write to", place);
        Path from = Files.createDirectories(folder.resolve("from"));
        assertThat(command(home, "restore", from.toString(), place.toString()))
                .as(said)
                .isEqualTo(2);
        isSaid("不能写入", "may not write to", place);
        Path unread = closed("---------");
        assertThat(command(home, "backup", "drill", unread.toString())).as(said).isEqualTo(2);
        isSaid("不能写入", "may not write to", unread);
    }

    @Test
    void commands_beside_backup_and_restore_say_it_too() throws Exception {
        if (ROOT) assumeTrue(Program.installed("setpriv"), "setpriv is not installed");
        Path at = Files.createDirectory(folder.resolve("upgrades"));
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThat(command(home, "upgrade", "--check", "--at=" + at.resolve("second")))
                .as(said)
                .isEqualTo(2);
        isSaid("不能写入", "may not write to", at.resolve("second"));

        Path seals = Files.createDirectories(folder.resolve("sealed/seals"));
        Files.writeString(seals.resolve("witness-1"), "1");
        Files.setPosixFilePermissions(seals, PosixFilePermissions.fromString("---------"));
        assertThat(command(folder.resolve("sealed"), "restored")).as(said).isEqualTo(2);
        isSaid("不能读写", "may not read or write", seals);

        Path other = folder.resolve("from-other");
        Path papers = Files.createDirectories(other.resolve("papers"));
        Files.setPosixFilePermissions(papers, PosixFilePermissions.fromString("---------"));
        assertThat(command(home, "store", "bring", other.toString())).as(said).isEqualTo(2);
        isSaid("不能读写", "may not read or write", papers);
    }

    @Test
    void another_fault_is_one_sentence_with_the_file() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        var words = new ByteArrayOutputStream();
        PrintStream progress = new PrintStream(words, true, StandardCharsets.UTF_8);
        List<String> arguments = List.of(folder.toString(), file.resolve("home").toString());
        assertThat(new RestoreCommand().run(arguments, progress, progress)).isEqualTo(2);
        assertThat(words.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(file.toString()));
    }

    @Test
    void the_package_s_user_is_told_the_command_for_the_folder_that_was_named() {
        var inKeys = new AccessDeniedException("/mnt/my keys/identity.key.part");
        assertThat(FileFault.words(inKeys, List.of("/mnt", "--keys=/mnt/my keys", "--keep=7"), "shouwen"))
                .contains(
                        "用户 shouwen 不能写入 /mnt/my keys：请以 root 执行 install -d -o shouwen -g shouwen '/mnt/my keys' 后再试。")
                .contains(
                        "may not write to /mnt/my keys: as root run install -d -o shouwen -g shouwen '/mnt/my keys', then");
        assertThat(FileFault.words(inKeys, List.of("--keys="), "wang"))
                .contains("may not write to /mnt/my keys: run this as a user who may")
                .doesNotContain("install");
    }

    @Test
    void a_file_in_a_folder_that_may_be_written_is_named_itself() {
        String file = folder.resolve("seals.log").toString();
        assertThat(FileFault.words(new AccessDeniedException(file), List.of(folder.toString()), "shouwen"))
                .contains("不能读写 " + file + "：")
                .contains("may not read or write " + file + ":");
    }

    @Test
    void the_pages_say_the_command_too() throws Exception {
        for (String page : List.of("backup.md", "debian.md"))
            assertThat(Files.readString(WatchFiles.PAGES.resolve(page)))
                    .contains("install -d -o shouwen -g shouwen /mnt/");
    }
}
