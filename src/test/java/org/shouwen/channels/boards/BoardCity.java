package org.shouwen.channels.boards;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.TestClock;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Intake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city that gets the daily table of 互联网+督查. */
abstract class BoardCity {
    static final String CODE = "state-council";

    @Autowired
    ImportBoard command;

    @Autowired
    BoardImport imports;

    @Autowired
    BoardResults results;

    @Autowired
    ForgottenPosts forgets;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    BoardSource source;

    @BeforeEach
    void a_source() throws Exception {
        source = BoardSource.of(CODE, folder).orElseThrow();
        clock.set("2026-09-30T10:00");
    }

    Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    BoardImport.Result load(Path file, boolean dryRun) throws Exception {
        return imports.load(CODE, source, file, dryRun, _ -> {});
    }

    String number(String id) {
        return jdbc.sql("select number from boards.post where source = 'state-council' and source_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
