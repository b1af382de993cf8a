package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.access.Role;

/** What the pages on installing tell people to type: names, versions and roles as they are. */
class InstallPagesTest {
    private static final Path PAGES = Path.of("docs/operations");

    private static String page(String name) throws Exception {
        return Files.readString(PAGES.resolve(name));
    }

    private static List<String> found(String pattern, String in) {
        return Pattern.compile(pattern)
                .matcher(in)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle.md", "debian.md", "runbook.md"})
    void accounts_are_made_with_roles_that_there_are(String name) throws Exception {
        assertThat(found("account create [a-z]+ ([A-Z]+)", page(name)))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Role.values()).map(Role::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle.md", "debian.md"})
    void files_are_named_by_the_version_that_is_built(String name) throws Exception {
        String version = found(
                        "<artifactId>shouwen</artifactId>\\s*<version>([^<]+)", Files.readString(Path.of("pom.xml")))
                .getFirst();
        assertThat(found("shouwen[-_:](\\d+\\.\\d+\\.\\d+)", page(name)))
                .isNotEmpty()
                .containsOnly(version);
    }

    @Test
    void the_vendor_s_repository_is_the_one_that_the_script_trusts() throws Exception {
        String vendor = Files.readString(Path.of("src/package/jdk.env"));
        String page = page("debian.md");
        for (String setting : List.of("JDK_REPOSITORY", "JDK_KEY", "JDK_FINGERPRINT"))
            assertThat(page).contains(found(setting + "=(\\S+)", vendor).getFirst());
        assertThat(Files.readString(Path.of("src/package/deb/control"))).contains("temurin-25-jre");
    }
}
