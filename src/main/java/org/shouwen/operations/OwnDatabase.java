package org.shouwen.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

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
