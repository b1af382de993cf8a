package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.embedded.BaseBackup;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.keys.Keys;

/**
 * Copies a home while the product runs: database, keys, seals, attachments, editions and erasures of one moment. The
 * order makes it one: what says what the database must hold (witness notes) is copied before the moment, what the
 * database says must be there (attachments, seals, erasures) after it.
 */
final class Backup {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZONE);

    private final Path home;
    private final Path place;
    private final KeyCopies.Where keys;
    private final @Nullable Path apart;
    private final @Nullable StoreCopy shared;
    private int renewed;

    /** @param shared what nodes share; null where all lies in the home */
    Backup(Path home, Path place, boolean keysInside, @Nullable Path apart, @Nullable SharedObjects shared)
            throws IOException {
        this.shared = shared == null ? null : new StoreCopy(shared);
        this.home = home.toAbsolutePath().normalize();
        this.place = place.toAbsolutePath().normalize();
        this.apart = apart == null ? null : apart.toAbsolutePath().normalize();
        if (this.place.startsWith(this.home)) {
            throw new BackupRefused(
                    "备份目录不能在数据目录之内：请指定另一块磁盘上的目录。",
                    "The backups can not lie within the home: name a folder on another disk.");
        }
        this.keys = KeyCopies.decide(this.home, this.place, keysInside, this.apart);
    }

    /** How many attachments of the backup before had rotted on its disk and were copied anew. */
    int renewed() {
        return renewed;
    }

    /** @return the folder of the backup, whole */
    Path of(EmbeddedPostgres database, Instant now) throws IOException {
        try {
            return made(database, now);
        } catch (IOException e) {
            throw BackupRefused.because(e, place);
        }
    }

    private Path made(EmbeddedPostgres database, Instant now) throws IOException {
        Files.createDirectories(place);
        BackupPlace.clearBrokenOff(place);
        BackupPlace.askForRoom(home, place);
        try (BackupFolder to = new BackupFolder(place, NAME.format(now))) {
            attachments(to); // the bulk, before the moment; what comes meanwhile is copied after it
            RowCounts counts = RowCounts.of(database);
            BaseBackup.Copied copied =
                    BaseBackup.copy(database, to.path("postgres/data"), "shouwen " + now, to::copy, () -> notes(to));
            Map<String, Manifest.Counts> between = counts.until(RowCounts.of(database));
            file(to, "postgres/password");
            around(to);
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    now.toString(),
                    Manifest.Database.EMBEDDED,
                    copied.version(),
                    copied.start(),
                    copied.stop(),
                    copied.segments().stream()
                            .filter(s -> !s.contains("."))
                            .findFirst()
                            .orElse(""),
                    keys,
                    between,
                    to.closeList());
            return finished(to, manifest);
        }
    }

    /** What lies beside a database of the city's own, for the moment of its restore point. */
    Path beside(OwnDatabase database, Instant now) throws IOException {
        try {
            Files.createDirectories(place);
            BackupPlace.clearBrokenOff(place);
            BackupPlace.askForRoom(home, place);
            try (BackupFolder to = new BackupFolder(place, NAME.format(now))) {
                attachments(to);
                notes(to);
                String point = "shouwen_" + NAME.format(now).replace('-', '_');
                RowCounts counts = database.counts();
                String at = database.restorePoint(point);
                Map<String, Manifest.Counts> between = counts.until(database.counts());
                around(to);
                Manifest manifest = new Manifest(
                        Manifest.FORMAT,
                        now.toString(),
                        Manifest.Database.OWN,
                        database.version(),
                        point,
                        at,
                        "",
                        keys,
                        between,
                        to.closeList());
                return finished(to, manifest);
            }
        } catch (IOException e) {
            throw BackupRefused.because(e, place);
        }
    }

    private void notes(BackupFolder to) throws IOException {
        folder(to, "seals", f -> f.startsWith("witness"));
        if (shared != null) shared.notes(to);
    }

    private void around(BackupFolder to) throws IOException {
        attachments(to);
        if (shared != null) shared.lines(to);
        folder(to, "seals", f -> !f.startsWith("witness"));
        folder(to, "erasures", _ -> true);
        for (String own : List.of("editions", "exchange", "boards")) folder(to, own, _ -> true);
        if (keys == KeyCopies.Where.INSIDE)
            for (Path key : KeyCopies.files(home.resolve("keys"))) file(to, "keys/" + key.getFileName());
        if (apart != null) KeyCopies.copy(home, apart);
    }

    private Path finished(BackupFolder to, Manifest manifest) throws IOException {
        String json = manifest.json();
        to.write(Manifest.SEAL, Manifest.seal(Keys.of(home), json) + "\n");
        to.write(Manifest.FILE, json);
        renewed = to.renewed();
        return to.finish();
    }

    private void file(BackupFolder to, String relative) throws IOException {
        Path to1 = to.path(relative);
        to.copy(home.resolve(relative), to1);
        Files.setPosixFilePermissions(to1, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }

    private interface Wanted {
        boolean is(String name);
    }

    private void folder(BackupFolder to, String name, Wanted wanted) throws IOException {
        for (Path file : regular(home.resolve(name))) {
            if (!wanted.is(file.getFileName().toString())) continue;
            try {
                to.copy(file, to.path(home.relativize(file).toString()));
            } catch (java.nio.file.NoSuchFileException turnedMeanwhile) {
                Files.deleteIfExists(to.path(home.relativize(file).toString()));
            }
        }
    }

    private void attachments(BackupFolder to) throws IOException {
        if (shared != null) shared.papers(to);
        for (Path file : regular(home.resolve("papers")))
            if (file.getFileName().toString().matches("[0-9a-f]{64}"))
                to.copyNamed(file, home.relativize(file).toString());
    }

    static List<Path> regular(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // gone meanwhile
        }
    }
}
