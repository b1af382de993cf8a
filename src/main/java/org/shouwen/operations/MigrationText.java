package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The text of a migration of this build, by the name that Flyway gives it. */
final class MigrationText {
    private MigrationText() {}

    /**
     * @param name version and words, such as {@code 924 one matter}
     * @return empty where this build has none of this version
     */
    static String of(String name) throws IOException {
        String version = name.split(" ", 2)[0];
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*__*.sql")) {
            String own = Objects.requireNonNull(file.getFilename());
            if (own.replaceFirst("^V0*(\\d+)__.*", "$1").equals(version.replaceFirst("^0+", "")))
                return file.getContentAsString(StandardCharsets.UTF_8);
        }
        return "";
    }
}
