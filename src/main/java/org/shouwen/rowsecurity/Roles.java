package org.shouwen.rowsecurity;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.shouwen.keys.Hmac;
import org.shouwen.problems.WrongSetting;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database's roles: the owner makes and changes tables, the application reads and writes rows and can't change the
 * history, and while it works for a unit it takes the role to which only the unit's rows show. Roles are the server's and not
 * the database's: of two cities on one server each has a prefix of its own ({@code SHOUWEN_DB_ROLES}).
 *
 * @param prefix of both names, {@code shouwen} unless the settings say otherwise
 */
record Roles(String prefix) {
    Roles {
        if (!prefix.matches("[a-z][a-z0-9_]{0,39}"))
            throw new WrongSetting(
                    "SHOUWEN_DB_ROLES 只能用小写字母、数字和下划线，以字母开头，最多 40 个字符；现在是 " + prefix + "。",
                    "SHOUWEN_DB_ROLES: small letters, digits and _, at most 40, a letter first; not " + prefix + ".");
    }

    String application() {
        return prefix + "_app";
    }

    String unit() {
        return prefix + "_unit";
    }

    /** A script of rules, in which the roles have the usual prefix, with this one. */
    String in(String script) {
        return script.replaceAll("\\bshouwen_(app|unit)\\b", prefix + "_$1");
    }

    /**
     * Makes the roles where they are missing; false when this owner may not.
     *
     * @param mark of the city, the same on each node and for each copy of its database
     * @throws WrongSetting when they are another city's
     */
    boolean ensure(DriverManagerDataSource owner, String password, String mark) throws SQLException {
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
                        end $$""".formatted(unit(), application()));
                claim(s, mark, () -> opens(owner, password));
                s.execute("alter role %s with login password '%s'".formatted(application(), password));
                s.execute("grant %s to %s".formatted(unit(), application()));
                return true;
            } finally {
                s.execute("select pg_advisory_unlock(8890)");
            }
        }
    }

    /**
     * Notes with the role whose it is: the database, and the city's mark, by which a copy of it is known.
     * Where the password opens already, nobody is locked out. Another city's start would otherwise give it another password and lock the first one out.
     */
    private void claim(Statement s, String mark, BooleanSupplier opens) throws SQLException {
        try (ResultSet rs = s.executeQuery("""
                select current_database(), split_part(note, ' ', 1), substr(note, strpos(note, ' ') + 1),
                       exists (select from pg_database where datname = substr(note, strpos(note, ' ') + 1)
                               and datname <> current_database())
                from (select coalesce(shobj_description(oid, 'pg_authid'), '') as note
                      from pg_roles where rolname = '%s') r
                """.formatted(application()))) {
            rs.next();
            String database = rs.getString(1);
            boolean anothers = rs.getBoolean(4);
            if (anothers && !rs.getString(2).equals(mark) && !opens.getAsBoolean())
                throw new WrongSetting(
                        "数据库服务器上的角色 %s 属于另一座城市的数据库 %s：请为本市设置 SHOUWEN_DB_ROLES（另一个前缀）。"
                                .formatted(application(), rs.getString(3)),
                        "The role %s of this server is that of another city, in the database %s: set SHOUWEN_DB_ROLES, another prefix, for this one."
                                .formatted(application(), rs.getString(3)));
            if (!anothers)
                s.execute("comment on role %s is '%s %s'".formatted(application(), mark, database.replace("'", "''")));
        }
    }

    private boolean opens(DriverManagerDataSource owner, String password) {
        try (Connection c = DriverManager.getConnection(String.valueOf(owner.getUrl()), application(), password)) {
            return c.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    /**
     * Follows from a secret that every node has, so that nobody keeps it.
     *
     * @param secret the owner's password, or a key
     */
    String password(String secret) {
        byte[] key = ("shouwen " + secret).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(new Hmac(key).of(application()));
    }

    /** Everybody on the server may read a role's note: from a whole key, of which nothing can be guessed. */
    static String mark(byte[] key) {
        return HexFormat.of().formatHex(new Hmac(key).of("mark of the roles")).substring(0, 16);
    }
}
