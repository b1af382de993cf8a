package org.shouwen.workorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.Command;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of acts has each command that a person may give, and no other class reads one from what was sent. */
@ShouwenTest
class WorkOrderActsTest {
    /** Commands that come from something else than fields, by the class that makes them, and why. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "workorder/WorkOrders", "follows from what the appellant, the clock or the calendar did",
            "callback/Callbacks", "a call that found the report untruthful",
            "appeal/Objections", "an objection that was right",
            "workorder/web/QueueScreens", "what the list proposed is dispatched as proposed",
            "workorder/web/InboxScreens", "receipts have no fields",
            "workorder/TypedLead", "part of an appeal that a unit takes, read with it");

    /** Whom no person tells so by an act of an order. */
    private static final Set<String> NOBODYS = Set.of("LeadOwn", "Reopen", "Tick", "Recalculate");

    private static final Pattern MADE = Pattern.compile("new Command\\.([A-Z]\\w+)\\(|Command\\.([A-Z]\\w+)::new");

    @Autowired
    WorkOrderActs acts;

    @Autowired
    Editions editions;

    @Autowired
    TestClock clock;

    private static Map<String, Set<String>> made() throws IOException {
        Path main = Path.of("src/main/java/org/shouwen");
        Map<String, Set<String>> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = MADE.matcher(Files.readString(file));
                String name = main.relativize(file).toString().replace(".java", "");
                while (m.find())
                    made.computeIfAbsent(name, _ -> new TreeSet<>()).add(m.group(1) == null ? m.group(2) : m.group(1));
            }
        }
        return made;
    }

    @Test
    void each_command_that_a_person_gives_is_made_in_the_table_and_nowhere_else() throws Exception {
        Map<String, Set<String>> made = made();
        Set<String> table = new TreeSet<>();
        for (String file : List.of("DispatchActs", "HandlingActs", "RequestActs", "PlatformActs", "ReportAct")) {
            Set<String> of = made.remove("workorder/web/" + file);
            assertThat(of).as(file).isNotEmpty();
            table.addAll(of);
        }
        Set<String> all = Arrays.stream(Command.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(c -> !NOBODYS.contains(c))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(table).isEqualTo(all);
        assertThat(made.keySet())
                .as("classes that make commands beside the table")
                .isEqualTo(ELSEWHERE.keySet());
    }

    @Test
    void the_table_has_each_act_that_the_page_offers_and_both_decisions() {
        Set<String> offered =
                new TreeSet<>(ActSamples.of(editions.current(java.time.LocalDate.parse("2026-10-01")), clock.instant())
                        .keySet());
        offered.addAll(List.of("extension-decisions", "return-decisions"));
        assertThat(acts.table().byName().keySet()).containsExactlyInAnyOrderElementsOf(offered);
    }
}
