package org.shouwen.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.TestDatabase;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A table, two migrations of it, and what is looked at afterwards. */
abstract class MigratedTable {
    static final String INDEX = "a.thing_by_day";

    @TempDir
    Path folder;

    DriverManagerDataSource database;
    Connection db;

    @BeforeEach
    void someRows() throws Exception {
        database = TestDatabase.dataSource(TestDatabase.create());
        db = database.getConnection();
        run("create schema a; create table a.thing (id bigint primary key, day int, constraint old check (day > 0))");
        run("insert into a.thing select i, i % 30 + 1 from generate_series(1, 1000) i");
        migration("V1__index.sql", "create index thing_by_day on a.thing (day) where day > 3;");
        migration(
                "V2__check.sql",
                "alter table a.thing drop constraint old;\nalter table a.thing add constraint young check (day < 40);");
    }

    @AfterEach
    void end() throws Exception {
        db.close();
    }

    void migration(String name, String sql) throws Exception {
        Files.writeString(folder.resolve(name), sql);
    }

    void run(String sql) throws Exception {
        try (Statement s = db.createStatement()) {
            s.execute(sql);
        }
    }

    String one(String sql) throws Exception {
        try (Statement s = db.createStatement();
                ResultSet rs = s.executeQuery(sql)) {
            return rs.next() ? String.valueOf(rs.getString(1)) : "none";
        }
    }

    String index() throws Exception {
        return one("select indisvalid from pg_index where indexrelid = to_regclass('" + INDEX + "')");
    }

    String due() throws Exception {
        return one("select string_agg(work, ', ' order by work) from flyway.later");
    }

    void migrate(long large) {
        Flyway.configure()
                .dataSource(new LaterConnections(database, large))
                .locations("filesystem:" + folder)
                .defaultSchema("flyway")
                .createSchemas(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .initSql("set lock_timeout = '200ms'")
                .load()
                .migrate();
    }

    void finish() throws Exception {
        new LaterWork(database, new MigrationTimes("")).run();
    }
}
