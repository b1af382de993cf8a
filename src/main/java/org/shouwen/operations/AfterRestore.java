package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.WalArchive;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.RestoredSeals;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.retention.ErasureLog;
import org.shouwen.retention.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a restored home needs before anybody is served on it: whom it had forgotten it forgets again (Art. 21), seals and notes of
 * after its moment are put aside, and the journal says that it was restored. A start that can not do it fails.
 */
@Component
class AfterRestore implements SmartInitializingSingleton {
    static final String MARK = "restored.json";
    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;
    private final Path mark;
    private final Retention retention;
    private final RestoredSeals seals;
    private final History history;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    AfterRestore(
            @Value("${shouwen.home:.shouwen}") Path home,
            Retention retention,
            RestoredSeals seals,
            History history,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.home = home;
        this.mark = home.resolve(MARK);
        this.retention = retention;
        this.seals = seals;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The folder under {@code seals/} into which notes of after a moment go. */
    static String notesAside(Instant at) {
        return "aside-" + Backup.NAME.format(at);
    }

    static String mark(String backup, String taken, @Nullable Instant until, Instant at) {
        Map<String, String> what = new LinkedHashMap<>();
        what.put("backup", backup);
        what.put("taken", taken);
        what.put("until", until == null ? "" : until.toString());
        what.put("restored", at.toString());
        return JSON.writeValueAsString(what) + "\n";
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!Files.exists(mark)) return;
        try {
            Map<String, Object> what = new LinkedHashMap<>();
            JSON.readTree(Files.readString(mark)).forEachEntry((name, value) -> what.put(name, value.asString("")));
            // a backup that was laid without its archive knows less than the archive does
            Optional<Path> archive = WalArchive.of(home);
            if (archive.isPresent())
                ErasureLists.add(archive.get().resolve(ErasureLog.FILE), home.resolve(ErasureLog.FILE));
            int forgotten = retention.forgetAgain();
            int later = seals.putAside();
            what.put("laterNotes", seals.putNotesAside(notesAside(clock.instant())));
            what.put("forgottenAgain", forgotten);
            what.put("laterSeals", later);
            transaction.executeWithoutResult(_ -> history.append(
                    Subject.of("installation", "home"),
                    Instants.now(clock),
                    Actor.SYSTEM,
                    "Restored",
                    JSON.writeValueAsString(what)));
            Files.move(mark, mark.resolveSibling("restored-last.json"), StandardCopyOption.REPLACE_EXISTING);
            LOG.info(
                    "已从备份 {} 恢复：再次遗忘 {} 人 Restored from backup {}: {} persons forgotten again",
                    what.get("backup"),
                    forgotten,
                    what.get("backup"),
                    forgotten);
        } catch (IOException e) {
            throw new IllegalStateException("what a restored home needs could not be done: " + e.getMessage(), e);
        }
    }
}
