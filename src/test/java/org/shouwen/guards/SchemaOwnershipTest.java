package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No module names another's tables in SQL: an owner publishes a method, a view or a predicate. */
class SchemaOwnershipTest {
    /** What may still be named, and why. An empty set of tables: any, because the file is about tables of all. */
    private record Allowance(String why, Set<String> tables) {}

    /** An entry that is no longer needed fails the test as well. */
    private static final Map<String, Allowance> KNOWN = new TreeMap<>(Map.of(
            "afterMigrate__held.sql",
            new Allowance("which tables of all are held against the journal, in one list", Set.of()),
            "confidentiality/V1402__parties_of_before.sql",
            new Allowance(
                    "ran once, over the rows of a city that was there before the table",
                    Set.of("intake.appeal", "workorder.work_order")),
            "rules/appeal.functions.sql",
            new Allowance(
                    "answers whether an appeal concerns a unit, also by its order", Set.of("workorder.work_order")),
            "rules/appeal.sql",
            new Allowance(
                    "whose appeal shows, their part in the case, what they were told and their papers do",
                    Set.of("confidentiality.party", "messages.outbox", "workorder.work_order")),
            "rules/desk.sql",
            new Allowance("a form shows with the account of who typed it", Set.of("accounts.account")),
            "rules/notification.sql",
            new Allowance(
                    "a notice is a person's of the unit, or about an order of it",
                    Set.of("accounts.account", "workorder.work_order")),
            "rules/search.sql",
            new Allowance(
                    "what is stored of a search shows with the account of who stored it", Set.of("accounts.account")),
            "rules/workorder.functions.sql",
            new Allowance("asks the party of a case from whom it is withheld", Set.of("confidentiality.party"))));

    /** Rows of all modules lie there: each module has a policy for its own kinds. */
    private static final Set<String> ROWS_OF_ALL =
            Set.of("history.entry", "papers.paper", "search.meaning", "search.thing_a", "search.thing_b");

    /** Schemas keep the name under which they are stored, also where their module has a better one now. */
    private static final Map<String, String> STORED = Map.of(
            "papers", "attachments",
            "nuisance", "callermeasures",
            "coordination", "handover",
            "citizens", "identity",
            "intake", "appeal",
            "messages", "notification");

    /** Tables that lie in the schema of another module, because they were stored there before their own came to be. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("supervision.callback", "callback", "supervision.draw", "callback", "supervision.rate", "callback");

    private final Schemas schemas = new Schemas();

    @Test
    void every_schema_is_made_by_the_module_it_is_called_after() {
        assertThat(schemas.owners())
                .isNotEmpty()
                .allSatisfy((schema, module) -> assertThat(schema)
                        .as("the schema that " + module + " makes")
                        .matches(s -> s.equals(module)
                                || module.equals(Modules.CHANNELS + "." + s)
                                || module.equals(STORED.get(s))));
    }

    @Test
    void a_module_makes_what_it_makes_in_its_own_schema() {
        Map<String, String> elsewhere = new TreeMap<>();
        schemas.makers().forEach((object, maker) -> {
            String schema = object.substring(0, object.indexOf('.'));
            if (!maker.equals("/") && !maker.equals(schemas.owners().get(schema))) elsewhere.put(object, maker);
        });
        assertThat(elsewhere).isEqualTo(new TreeMap<>(ELSEWHERE));
    }

    @Test
    void no_module_names_the_tables_of_another() {
        List<String> wrong = new ArrayList<>();
        for (Schemas.Use use : tables(JavaSource.under(Modules.MAIN))) {
            if (use.file().startsWith("rules/") && ROWS_OF_ALL.contains(use.object())) continue;
            Allowance known = KNOWN.get(use.file());
            if (known == null || !(known.tables.isEmpty() || known.tables.contains(use.object())))
                wrong.add(use.file() + " of " + use.module() + " names " + use.object());
        }
        assertThat(wrong)
                .as("ask the owner by a method, a view or a predicate it publishes")
                .isEmpty();
    }

    @Test
    void no_exception_outlives_its_need() {
        Map<String, Set<String>> used = tables(JavaSource.under(Modules.MAIN)).stream()
                .collect(Collectors.groupingBy(
                        Schemas.Use::file, Collectors.mapping(Schemas.Use::object, Collectors.toSet())));
        Set<String> idle = new TreeSet<>();
        KNOWN.forEach((file, known) -> {
            Set<String> there = used.getOrDefault(file, Set.of());
            if (there.isEmpty()) idle.add(file);
            Set<String> gone = new HashSet<>(known.tables);
            gone.removeAll(there);
            gone.forEach(table -> idle.add(file + " " + table));
        });
        assertThat(idle).as("take them off the list").isEmpty();
    }

    @Test
    void however_it_is_written_a_foreign_table_is_seen() {
        assertThat(named("\"select 1 from workorder.work_order o\"")).containsExactly("workorder.work_order");
        assertThat(named("\"select 1 from WorkOrder . \" + \"Work_Order\"")).containsExactly("workorder.work_order");
        assertThat(named("\"\"\"\n select 1 from\n   \\\"workorder\\\".\\\"matter\\\" \"\"\""))
                .containsExactly("workorder.matter");
        assertThat(named("\"update \" + \"papers.paper set destroyed_at = null\""))
                .containsExactly("papers.paper");
        assertThat(schemas.objectsIn("for s, r in values ('history', 'entry') loop"))
                .containsExactly("history.entry");
    }

    @Test
    void what_is_no_table_or_is_published_or_is_ones_own_is_not_blamed() {
        assertThat(named("\"papers.bad.too-many\"")).isEmpty();
        assertThat(named("\"select count(*) from workorder.facts\"")).isEmpty();
        assertThat(named("\"select 1 from intake.appeal\" /* and workorder.work_order */"))
                .isEmpty();
    }

    private List<String> named(String text) {
        JavaSource source = JavaSource.of(
                "src/main/java/org/shouwen/appeal/Planted.java", "class Planted { String sql = " + text + "; }");
        return tables(List.of(source)).stream()
                .filter(use -> use.file().equals("appeal/Planted.java"))
                .map(Schemas.Use::object)
                .toList();
    }

    private List<Schemas.Use> tables(List<JavaSource> sources) {
        return schemas.foreign(sources, object -> !schemas.published(object));
    }
}
