package org.shouwen.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.directory.DirectoryImport;
import org.shouwen.directory.ImportWish;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A city's own tables, taken on the first start through the same import as later ones: {@code places}, {@code classes},
 * {@code units}, {@code officers} and {@code duties}, each as csv, txt, xls or xlsx; what is missing is left out.
 */
@Component
class OwnFolder {
    private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);
    private static final List<String> TABLES = List.of("places", "classes", "units", "officers", "duties");

    private final DirectoryImport imports;
    private final MessageSource messages;

    OwnFolder(DirectoryImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** Takes the good rows, and says of each other one where it stands and what to do about it. */
    void load(Path folder) throws IOException {
        for (String table : TABLES) {
            Optional<Path> file = file(folder, table);
            if (file.isPresent()) take(table, file.get());
            else LOG.info("没有 {}：可以以后导入 no table of {}: import it later", table, table);
        }
    }

    static boolean has(Path folder, String table) throws IOException {
        return file(folder, table).isPresent();
    }

    private void take(String table, Path file) throws IOException {
        try {
            DirectoryImport.Report r = imports.take(table, Files.readAllBytes(file), ImportWish.TAKE, Actor.SYSTEM);
            if (!r.unknown().isEmpty())
                LOG.warn("{}: 不认识的列，未读 unknown headings, not read: {}", file, String.join("、", r.unknown()));
            LOG.info(
                    "{}: 新增 added {}, 未收 refused {}",
                    file,
                    r.added(),
                    r.refused().size());
            for (DirectoryImport.RefusedRow row : r.refused())
                LOG.warn(
                        "{}: 第 {} 行 line {}, {}: {}",
                        file,
                        row.line(),
                        row.line(),
                        row.problem().field(),
                        text(row.problem()));
        } catch (BadInput e) {
            e.fields().forEach(f -> LOG.warn("{}: {}", file, text(f)));
        }
    }

    private String text(BadInput.Field f) {
        return String.valueOf(messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA));
    }

    private static Optional<Path> file(Path folder, String table) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> String.valueOf(f.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .matches(table + "\\.(csv|txt|xlsx?)"))
                    .sorted()
                    .findFirst();
        }
    }
}
