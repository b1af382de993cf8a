package org.shouwen.confidentiality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the parties of rows that a test lays into the tables of appeals and orders, as the migration does it. */
public final class PartiesOfBefore {
    private PartiesOfBefore() {}

    public static void fill(JdbcClient jdbc) {
        jdbc.sql(migration()).update();
    }

    static String migration() {
        try (InputStream file = PartiesOfBefore.class.getResourceAsStream(
                "/db/migration/confidentiality/V1402__parties_of_before.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
