import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.shouwen.embedded.EmbeddedPostgres;

/**
 * Answers questions in SQL about a platform under trial: one question a line, one line for each answer, the first column of the first row; an
 * empty line where there is none. {@code java -cp LIBRARIES Query.java HOME}
 */
class Query {
    public static void main(String[] args) throws Exception {
        EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(args[0]), Map.of());
        try (Connection c = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement s = c.createStatement();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String sql = in.readLine(); sql != null; sql = in.readLine()) {
                try (ResultSet rs = s.executeQuery(sql)) {
                    String answer = rs.next() ? rs.getString(1) : "";
                    System.out.println(answer == null ? "" : answer.replace('\n', ' '));
                }
            }
        }
    }
}
