package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Numbers of orders, places and telephone numbers are read by their types where they come in, which are the classes listed
 * here with what comes in there; nothing else in the product reads one again, or writes down once more what one looks like.
 */
class TypedAtTheEdgeTest {
    private static final Path MAIN = Path.of("src/main/java/org/shouwen");

    private static final Map<String, String> ORDER_NUMBERS = Map.of(
            "acts/Reader", "a field of an act",
            "appeal/web/AppealBody", "an outcome that a program sends",
            "callermeasures/web/NuisanceScreens", "the evidence of a ruling",
            "desk/web/IntakeForm", "an outcome on the agent's form",
            "inbound/InboundActs", "the words of a message",
            "inbound/Rejects", "a message that a person has read",
            "portal/LookupCodeThrottle", "the number beside a look-up code",
            "search/SearchQuery", "the words of a search",
            "shell/GivenNumberFilter", "a path");

    private static final Map<String, String> LIKE_ORDER_NUMBERS = Map.of(
            "operations/BackupFolder", "a backup's folder bears day and time",
            "operations/BackupPlace", "a backup's folder bears day and time");

    private static final Map<String, String> PLACES = Map.of(
            "knowledge/web/OutageScreens", "the place of an outage",
            "workorder/web/ActReferences", "the place of a heading that is corrected");

    private static final Map<String, String> TELEPHONE_NUMBERS = Map.of(
            "channels/boards/BoardFormat", "the sender of a post, corrected by a person",
            "channels/exchange/ExchangeFormat", "the sender of a matter, corrected by a person",
            "channels/sms/SmsFormat", "the sender of a short message",
            "desk/AppealsByTelephone", "the words of a search",
            "desk/DutyPhones", "a unit's duty telephone",
            "desk/Experts", "a unit's telephone as its directory has it",
            "desk/OrderCalls", "a unit's telephone as its directory has it",
            "desk/web/IntakePageModel", "the caller's number while it is typed",
            "identity/Identity", "the person of an appeal",
            "notification/StaffWays", "the mobile number of an officer");

    private static Set<String> where(String written, String... owners) throws IOException {
        Pattern pattern = Pattern.compile(written);
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path f : files.filter(p -> p.toString().endsWith(".java")).toList())
                if (pattern.matcher(Files.readString(f)).find())
                    found.add(MAIN.relativize(f).toString().replace(".java", ""));
        }
        for (String owner : owners) assertThat(found.remove(owner)).as(owner).isTrue();
        return found;
    }

    @Test
    void numbers_of_orders_are_read_where_they_come_in() throws IOException {
        assertThat(where("\\bWorkOrderNumber\\s*\\.(read|ofOrder)\\("))
                .isEqualTo(new TreeSet<>(ORDER_NUMBERS.keySet()));
    }

    @Test
    void what_a_number_of_an_order_looks_like_is_written_once() throws IOException {
        assertThat(where("(?:\\\\\\\\d|\\[0-9])\\{8}-", "problems/WorkOrderNumber"))
                .isEqualTo(new TreeSet<>(LIKE_ORDER_NUMBERS.keySet()));
    }

    @Test
    void places_are_read_where_somebody_names_them() throws IOException {
        assertThat(where("\\.one\\(\\s*\"place")).isEqualTo(new TreeSet<>(PLACES.keySet()));
        assertThat(where("new PlaceCode\\(", "directory/PlaceCode", "directory/PlaceReader"))
                .isEmpty();
    }

    @Test
    void telephone_numbers_are_read_where_they_come_in() throws IOException {
        assertThat(where("\\bPhone\\s*\\.parse(Optional)?\\(")).isEqualTo(new TreeSet<>(TELEPHONE_NUMBERS.keySet()));
        assertThat(where("\\bnew Phone\\("))
                .allSatisfy(name -> assertThat(name).startsWith("identity/"))
                .isNotEmpty();
    }
}
