package org.shouwen.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The city's own PostgreSQL, which its own tool backs up; here its log only gets a name for the moment. */
record OwnDatabase(String url, String user, String password) {
    /**
     * Names the moment in the database's log.
     *
     * @return its place in the log
     * @throws BackupRefused when the user may not do so
     */
    String restorePoint(String name) throws IOException {
        try {
            return one("select pg_create_restore_point(?)", name);
        } catch (SQLException e) {
            throw new BackupRefused(
                    "数据库用户 %s 不能建立恢复点：请由数据库管理员执行 grant execute on function pg_create_restore_point to %s。(%s)"
                            .formatted(user, user, e.getMessage()),
                    ("The database's user %s can not name a restore point: let its administrator run grant execute on"
                                    + " function pg_create_restore_point to %s.")
                            .formatted(user, user),
                    e);
        }
    }

    /**
     * A copy that the database's own tool made, with the same user and password.
     *
     * @param named its JDBC URL
     * @throws BackupRefused when none is named, or it is this very database
     */
    OwnDatabase copy(@Nullable String named) throws IOException {
        if (named == null || named.isBlank())
            throw new BackupRefused(
                    "数据库由其自己的工具管理：请先用它恢复出一份副本，再用 --database=JDBC地址 指明副本。",
                    "The database is the city's own: restore a copy with its own tool and name it with --database=JDBC-URL.");
        OwnDatabase copy = new OwnDatabase(named, user, password);
        if (same(copy))
            throw new BackupRefused(
                    "--database 指的就是正在使用的数据库：演练只在副本上进行。",
                    "--database names the very database in use: a rehearsal is for a copy.");
        return copy;
    }

    /** By the names that the product has them under. */
    Map<String, String> environment() {
        return Map.of("SHOUWEN_DB_URL", url, "SHOUWEN_DB_USER", user, "SHOUWEN_DB_PASSWORD", password);
    }

    RowCounts counts() throws IOException {
        return RowCounts.of(url, user, password);
    }

    String version() throws IOException {
        try {
            return one("select current_setting(?)", "server_version");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Whether both addresses lead to the same database of the same running server; a copy on disk has the same identifier,
     * but was not started at the same microsecond.
     */
    boolean same(OwnDatabase other) throws IOException {
        String which = "select concat_ws(' ', cast(? as text), current_database(), pg_postmaster_start_time())";
        try {
            return one(which, "").equals(other.one(which, ""));
        } catch (SQLException e) {
            throw new BackupRefused(
                    "连接不上数据库：" + e.getMessage(), "The database can not be reached: " + e.getMessage(), e);
        }
    }

    private String one(String sql, String word) throws SQLException {
        try (Connection db = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = db.prepareStatement(sql)) {
            statement.setString(1, word);
            try (ResultSet rs = statement.executeQuery()) {
                rs.next();
                return rs.getString(1);
            }
        }
    }
}
