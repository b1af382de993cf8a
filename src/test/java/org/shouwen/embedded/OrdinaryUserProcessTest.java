package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Killed as an ordinary user, when the tests run as root; otherwise {@link ProcessTest} is that already. */
@EnabledIf("root")
class OrdinaryUserProcessTest extends KilledProcesses {
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "env", "-u", "HOME");
    private @Nullable String classPath;

    static boolean root() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    /** The user may not read where the build keeps its libraries. */
    @BeforeAll
    void readable() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(home);
        Files.setOwner(
                home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        Path libraries = Files.createDirectory(folder.resolve("libraries"));
        classPath = Arrays.stream(super.classPath().split(":"))
                .map(Path::of)
                .filter(Files::exists)
                .map(p -> shared(p, libraries).toString())
                .collect(Collectors.joining(":"));
    }

    @Override
    protected List<String> asWhom() {
        return NOBODY;
    }

    @Override
    protected String classPath() throws IOException {
        return classPath == null ? super.classPath() : classPath;
    }

    @Test
    @Order(20)
    void a_folder_of_another_user_is_said_in_one_sentence() throws Exception {
        Process root = launch(home, freePort(), List.of());
        assertThat(root.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output(root)).contains("run as the user who made it").doesNotContain("Exception");

        Path roots = Files.createDirectories(folder.resolve("roots"));
        Process nobody = start(roots, freePort());
        assertThat(nobody.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(nobody.exitValue()).isEqualTo(1);
        assertThat(output(nobody)).contains("run as the user who made it").doesNotContain("Exception");

        awaitUp(start(home, port));
    }

    private static Path shared(Path original, Path libraries) {
        try {
            Path copy = libraries.resolve(
                    Integer.toHexString(original.toString().hashCode()) + "-" + original.getFileName());
            if (Files.isDirectory(original)) copyTree(original, copy);
            else linkOrCopy(original, copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void linkOrCopy(Path original, Path copy) throws IOException {
        try {
            Files.createLink(copy, original);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(original, copy);
        }
    }

    private static void copyTree(Path original, Path copy) throws IOException {
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path d, BasicFileAttributes a) throws IOException {
                Files.createDirectories(copy.resolve(original.relativize(d)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path f, BasicFileAttributes a) throws IOException {
                Files.copy(f, copy.resolve(original.relativize(f)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
