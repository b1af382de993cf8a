package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A page that is drawn from the code. Tests compare it and change nothing; {@code ./shouwen docs} writes it (the system
 * property {@code shouwen.docs=write}), never where {@code CI} is set.
 */
public final class GeneratedPage {
    private static final boolean WRITES = "write".equals(System.getProperty("shouwen.docs"));

    private GeneratedPage() {}

    /** @throws AssertionError when the file does not hold exactly this text */
    public static void compare(Path file, String drawn) {
        compare(file, drawn, WRITES, System.getenv("CI") != null);
    }

    /** {@link #compare(Path, String)} of the part between two lines; the rest of the page is written by people. */
    public static void compare(Path file, String begin, String end, String drawn) {
        String page = read(file);
        int from = page.indexOf(begin + "\n");
        int to = page.indexOf(end + "\n");
        assertThat(from >= 0 && to > from)
                .as("%s has a part between the lines %s and %s", file, begin, end)
                .isTrue();
        compare(file, page.substring(0, from) + begin + "\n" + drawn + page.substring(to));
    }

    static void compare(Path file, String drawn, boolean writes, boolean ci) {
        String there = Files.exists(file) ? read(file) : "";
        if (there.equals(drawn)) return;
        if (writes && !ci) write(file, drawn);
        else assertThat(there).as(told(file, there, drawn)).isEqualTo(drawn);
    }

    private static String told(Path file, String there, String drawn) {
        String[] old = there.split("\n", -1);
        String[] now = drawn.split("\n", -1);
        int line = 0;
        while (line < Math.min(old.length, now.length) && old[line].equals(now[line])) line++;
        return String.format(
                Locale.ROOT,
                "%s is not as the code has it, from line %d on: write it with ./shouwen docs and commit it",
                file,
                line + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
