package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that no longer fits the code turns the build red and is not mended behind anybody's back. */
class GeneratedPageTest {
    @TempDir
    Path folder;

    private Path page;

    @BeforeEach
    void a_page_of_yesterday() throws IOException {
        page = Files.writeString(folder.resolve("page.md"), "one\ntwo\nthree\n");
    }

    @Test
    void a_difference_fails_names_the_command_and_changes_nothing() throws IOException {
        assertThatThrownBy(() -> GeneratedPage.compare(page, "one\n2\nthree\n", false, false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("./shouwen docs")
                .hasMessageContaining("from line 2 on");
        assertThat(page).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void who_asks_for_it_has_it_written() throws IOException {
        GeneratedPage.compare(page, "one\n2\nthree\n", true, false);
        assertThat(page).hasContent("one\n2\nthree\n");
    }

    @Test
    void continuous_integration_never_writes() {
        assertThatThrownBy(() -> GeneratedPage.compare(page, "one\n2\nthree\n", true, true))
                .isInstanceOf(AssertionError.class);
        assertThat(page).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void a_part_is_compared_and_the_rest_is_left_to_people() {
        GeneratedPage.compare(page, "one", "three", "two\n");
        assertThatThrownBy(() -> GeneratedPage.compare(page, "one", "three", "2\n"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> GeneratedPage.compare(page, "one", "four", "two\n"))
                .hasMessageContaining("between the lines");
    }
}
