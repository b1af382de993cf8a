package org.shouwen.starter;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The starters that come along: folders of CSV files under {@code starter/}, named as in {@code shouwen.starter}. */
final class StarterFiles {
    private StarterFiles() {}

    static boolean has(String folder, String file) {
        return new ClassPathResource("starter/" + folder + "/" + file).exists();
    }

    static List<NamedCsvRecord> rows(String folder, String file) {
        return rows(new ClassPathResource("starter/" + folder + "/" + file));
    }

    /** The folder whose places are those of a city; empty for a city that has no such folder. */
    static Optional<String> of(String city) {
        try {
            Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:starter/*/places.csv");
            return Arrays.stream(all)
                    .filter(places -> rows(places).stream()
                            .anyMatch(r -> r.getField("level").equals("CITY")
                                    && r.getField("name").equals(city)))
                    .map(StarterFiles::folder)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource file) {
        try {
            String[] steps = file.getURL().toString().split("/", -1);
            return steps[steps.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<NamedCsvRecord> rows(Resource file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
