package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * After each test class: each type of entry in its database has a golden file, and the newest entry has every field of
 * it, so that no field of a body that no {@link org.shouwen.history.StoredFormat} reads is renamed or lost unseen. Where
 * tests run with {@code -Dshouwen.golden=write}, a type without a file gets this entry as its file.
 */
public final class WrittenEntries extends AbstractTestExecutionListener {
    private static final boolean WRITES = "write".equals(System.getProperty("shouwen.golden"));
    private static final Path NEW = Golden.ROOT.resolve("v1/entries");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** No connection, or the database itself is gone: a test's own subject. */
    private static final Pattern GONE = Pattern.compile("(08|57).*|3D000");

    /** Rows of tables, which are of one format under each table's name, and what tests journal of their own. */
    private static final Pattern OTHERS = Pattern.compile(".*\\..*|test|feed_test");

    /** Before the context of a class may be given up. */
    @Override
    public int getOrder() {
        return 4500;
    }

    @Override
    public void afterTestClass(TestContext test) throws Exception {
        if (test.hasApplicationContext())
            for (var e : newest(test.getApplicationContext().getEnvironment()).entrySet())
                holds(e.getKey(), e.getValue());
    }

    /** By kind and type, such as {@code account/PasswordChanged}. */
    private static Map<String, String> newest(Environment of) throws SQLException {
        Map<String, String> newest = new TreeMap<>();
        String url = of.getRequiredProperty("spring.datasource.url");
        String user = of.getProperty("spring.datasource.username");
        String password = of.getProperty("spring.datasource.password");
        try (var db = DriverManager.getConnection(url, user, password);
                var found = db.createStatement().executeQuery("""
                        select distinct on (subject_kind, type) subject_kind, type, body from history.entry
                        order by subject_kind, type, id desc
                        """)) {
            while (found.next()) newest.put(found.getString(1) + "/" + found.getString(2), found.getString(3));
        } catch (SQLException e) {
            if (!GONE.matcher(e.getSQLState()).matches()) throw e;
        }
        return newest;
    }

    private static void holds(String name, String body) throws IOException {
        String kind = name.substring(0, name.indexOf('/'));
        if (OTHERS.matcher(kind).matches()) return;
        String kept = Golden.newest(name);
        if (kept != null) {
            if (!Golden.BY_FORMAT.contains(kind)) has(name, JSON.readTree(kept), JSON.readTree(body));
        } else if (WRITES) {
            Files.createDirectories(NEW.resolve(kind));
            Files.writeString(NEW.resolve(name + ".json"), body + "\n");
        } else
            fail(
                    "%s has no golden file: run this test once with -Dshouwen.golden=write, and add it to names.txt",
                    name);
    }

    /** Every field that was written once is one of what is written now; what is empty says nothing of its fields. */
    static void has(String name, JsonNode before, JsonNode now) {
        if (before.isArray() && now.isArray() && !before.isEmpty() && !now.isEmpty())
            has(name + "[]", before.get(0), now.get(0));
        if (!before.isObject() || !now.isObject()) return;
        for (String field : before.propertyNames()) {
            assertThat(now.has(field) || field.equals("v"))
                    .as("%s.%s is written, as golden/v1/entries has it, in %s", name, field, now)
                    .isTrue();
            if (now.has(field)) has(name + "." + field, before.get(field), now.get(field));
        }
    }
}
