package org.shouwen.rowsecurity;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.shouwen.keys.Hmac;

/**
 * The database's roles: the owner makes and changes tables, the application reads and writes rows and can't change the
 * history, and while it works for a unit it takes the role to which only the unit's rows show.
 */
final class Roles {
    static final String APPLICATION = "shouwen_app";
    static final String UNIT = "shouwen_unit";

    private Roles() {}

    /** Makes the roles where they are missing; false when this owner may not. */
    static boolean ensure(DataSource owner, String password) throws SQLException {
        try (Connection c = owner.getConnection();
                Statement s = c.createStatement()) {
            s.execute("select pg_advisory_lock(8890)"); // several nodes may start at once
            try {
                try (ResultSet rs =
                        s.executeQuery("select rolsuper or rolcreaterole from pg_roles where rolname = current_user")) {
                    if (!rs.next() || !rs.getBoolean(1)) return false;
                }
                s.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s nologin; end if;
                            if not exists (select from pg_roles where rolname = '%2$s') then create role %2$s login; end if;
                        end $$""".formatted(UNIT, APPLICATION));
                s.execute("alter role %s with login password '%s'".formatted(APPLICATION, password));
                s.execute("grant %s to %s".formatted(UNIT, APPLICATION));
                return true;
            } finally {
                s.execute("select pg_advisory_unlock(8890)");
            }
        }
    }

    /**
     * Follows from a secret that every node has, so that nobody keeps it.
     *
     * @param secret the owner's password, or a key
     */
    static String password(String secret) {
        byte[] key = ("shouwen " + secret).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(new Hmac(key).of(APPLICATION));
    }
}
