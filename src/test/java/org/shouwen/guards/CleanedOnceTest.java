package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What was typed or sent is cleaned where it comes in and nowhere below: in the tables of acts and the controllers, and in
 * the classes listed here, which are ways in of their own. Whoever needs a value clean takes a type that says so.
 */
class CleanedOnceTest {
    private static final List<String> MODULES =
            List.of("appeal", "workorder", "supervision", "callback", "handover", "accountability");

    private static final Pattern CLEANS = Pattern.compile(
            "\\bText\\.(clean|optional|required)\\(|\\bGivenNumber\\.(ofYear|tail)\\(|\\bWorkOrderNumber\\.(read|ofOrder)\\(");

    private static final Map<String, String> EDGES = Map.of(
            "appeal/AppealValidator", "makes a CheckedAppeal of what was sent, and an outcome of its texts",
            "appeal/DangerAlarms", "the reason of a dismissal",
            "appeal/DangerIntake", "the key that came with a report of danger",
            "appeal/LookupCode", "a code as the person typed it",
            "appeal/Objections", "words of an objection and of its ruling",
            "appeal/Origin", "the key of a request",
            "appeal/OwnAppeals", "what the appellant types after the appeal",
            "appeal/Reviews", "words of a review and of its ruling",
            "appeal/Salvaged", "an appeal that could not be taken as it was sent",
            "workorder/TypedLead", "a unit's own lead as a form or a program sends it");

    private static Set<String> cleaning() throws IOException {
        Path main = Path.of("src/main/java/org/shouwen");
        Set<String> found = new TreeSet<>();
        for (String module : MODULES)
            try (Stream<Path> files = Files.walk(main.resolve(module))) {
                for (Path f : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                    String name = main.relativize(f).toString().replace(".java", "");
                    if (!name.contains("/web/")
                            && CLEANS.matcher(Files.readString(f)).find()) found.add(name);
                }
            }
        return found;
    }

    @Test
    void nothing_below_the_edge_cleans_what_the_edge_cleaned() throws Exception {
        assertThat(cleaning()).isEqualTo(new TreeSet<>(EDGES.keySet()));
    }

    /** A controller of a module whose acts have a table reads no field of an act by itself. */
    @Test
    void controllers_of_acts_leave_reading_to_the_table() throws Exception {
        TreeSet<String> reading = new TreeSet<>();
        for (String module : List.of("workorder", "supervision", "handover", "accountability"))
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/shouwen", module, "web"))) {
                for (Path f : files.filter(p -> p.toString().matches(".*(Api|Screens)\\.java"))
                        .toList())
                    if (CLEANS.matcher(Files.readString(f)).find())
                        reading.add(f.getFileName().toString());
            }
        assertThat(reading).isEmpty();
    }
}
