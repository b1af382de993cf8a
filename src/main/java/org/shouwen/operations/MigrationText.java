package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of the migrations of this build, by their versions. */
final class MigrationText {
    private static final Pattern FILE = Pattern.compile("V([\\d.]+)__.*\\.sql");

    private MigrationText() {}

    /** Of this build. */
    static Map<String, String> all() throws IOException {
        return all(List.of("classpath:db/migration"));
    }

    /**
     * Each text by its {@linkplain #plain plain} version.
     *
     * @param locations as Flyway names them, {@code classpath:} or {@code filesystem:}
     */
    static Map<String, String> all(List<String> locations) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String location : locations) {
            String where = location.replace("filesystem:", "file:").replace("classpath:", "classpath*:");
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(where + "/**/V*__*.sql")) {
                Matcher own = FILE.matcher(Objects.requireNonNull(file.getFilename()));
                if (own.matches()) texts.put(plain(own.group(1)), file.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** A version without the zeros before it. */
    static String plain(String version) {
        return version.replaceFirst("^0+(?=\\d)", "");
    }
}
