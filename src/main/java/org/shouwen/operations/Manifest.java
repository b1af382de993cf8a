package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup is: {@code manifest.json}, and its seal under the key {@code history} in {@code manifest.seal}.
 *
 * @param format {@value #FORMAT}; another one is refused
 * @param taken the moment, ISO 8601 in UTC
 * @param database EMBEDDED: the database's files are in the backup; OWN: the city's own PostgreSQL, backed up by its tool
 * @param version of PostgreSQL
 * @param start where the log that is needed begins; of a database of one's own the name of its restore point
 * @param stop the moment in the log
 * @param segment the first file of the log that is needed
 * @param keys where the keys are
 * @param counts rows by table, before and after the copy
 * @param files SHA-256 of {@code files.sha256}
 */
record Manifest(
        String format,
        String taken,
        Database database,
        String version,
        String start,
        String stop,
        String segment,
        KeyCopies.Where keys,
        Map<String, Counts> counts,
        String files) {
    static final String FORMAT = "shouwen.backup/1";
    static final String FILE = "manifest.json";
    static final String SEAL = "manifest.seal";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    enum Database {
        EMBEDDED,
        OWN
    }

    /** @param growing whether no row of the table was ever deleted, so that the copy's count lies between the two */
    record Counts(long before, long after, boolean growing) {
        boolean admits(@Nullable Long copied) {
            return copied != null && (!growing || (copied >= before && copied <= after));
        }
    }

    String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    static String seal(Keys keys, String json) {
        return keys.ifThere("history")
                .map(key -> HexFormat.of().formatHex(new Hmac(key).ofParts(FORMAT, json)))
                .orElse("");
    }

    /**
     * Reads a backup's manifest.
     *
     * @throws BackupRefused when it is no backup, of another format, or not as it was sealed
     */
    static Manifest read(Path backup, Keys keys) throws IOException {
        if (!Files.exists(backup.resolve(FILE)))
            throw new BackupRefused("这里没有完整的备份：" + backup, "No whole backup lies here: " + backup);
        String json = Files.readString(backup.resolve(FILE), StandardCharsets.UTF_8);
        String format = JSON.readTree(json).path("format").asString("");
        if (!format.equals(FORMAT)) {
            throw new BackupRefused(
                    "备份格式 %s 不是本版本能读的 %s：请用做备份的版本恢复。".formatted(format, FORMAT),
                    "The backup's format is %s, this version reads %s: restore it with the version that made it."
                            .formatted(format, FORMAT));
        }
        Manifest manifest = JSON.readValue(json, Manifest.class);
        String seal = seal(keys, json);
        boolean sealed = seal.isEmpty()
                || (Files.exists(backup.resolve(SEAL))
                        && seal.equals(Files.readString(backup.resolve(SEAL)).strip()));
        if (!sealed || !BackupFolder.digest(backup.resolve(BackupFolder.FILES)).equals(manifest.files())) {
            throw new BackupRefused(
                    "备份清单与封印不符：备份被改动过，或密钥不是做备份时的密钥。",
                    "The backup's manifest does not bear its seal: it was changed, or the keys are others than at its making.");
        }
        return manifest;
    }
}
