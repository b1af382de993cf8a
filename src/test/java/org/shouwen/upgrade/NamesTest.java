package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.guards.House;
import org.shouwen.history.Subject;
import tools.jackson.databind.json.JsonMapper;

/** Names that outlive classes: whoever renames a constant or an entry's type learns here that it can't be done. */
class NamesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/shouwen");

    /** Of programs outside the product: they write nothing that is kept. */
    private static final Set<String> OUTSIDE = Set.of("org.shouwen.bench", "org.shouwen.simulation");

    /** Of a calculation, written nowhere; the names of a pair model's features stand in its resource. */
    private static final Set<String> CALCULATION = Set.of(
            "org.shouwen.knowledge.DocumentFeature",
            "org.shouwen.knowledge.PassageFeature",
            "org.shouwen.knowledge.QuestionType",
            "org.shouwen.keys.WebhookSignature$Check",
            "org.shouwen.channels.exchange.ExchangeDoor$Outcome",
            "org.shouwen.channels.exchange.PartnerPosts$Kind",
            "org.shouwen.suggestion.FeatureSpace$Reading",
            "org.shouwen.suggestion.PairModel$Feature",
            "org.shouwen.suggestion.UrgencyCue$Where",
            "org.shouwen.suggestion.UrgencyCue$Within");

    private static List<Set<String>> enums() {
        return House.classes().stream()
                .filter(JavaClass::isEnum)
                .filter(c -> !CALCULATION.contains(c.getName()))
                .filter(c -> OUTSIDE.stream().noneMatch(c.getPackageName()::startsWith))
                .map(c -> constants(c.reflect()))
                .toList();
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(e -> ((Enum<?>) e).name())
                .collect(Collectors.toSet());
    }

    private static List<Map.Entry<String, List<String>>> pinned() {
        return Names.pinned().entrySet().stream()
                .filter(e -> e.getKey().startsWith("enum "))
                .toList();
    }

    @Test
    void every_code_that_was_ever_written_is_still_a_constant() {
        List<Set<String>> now = enums();
        for (var kept : pinned())
            assertThat(now).as(kept.getKey()).anyMatch(constants -> constants.containsAll(kept.getValue()));
    }

    @Test
    void every_set_of_codes_is_written_down() {
        for (Set<String> constants : enums())
            assertThat(pinned())
                    .as("add a line to golden/<version>/names.txt for %s", constants)
                    .anyMatch(kept -> constants.containsAll(kept.getValue()));
    }

    /** Types of entries that are not events of a sealed type stand in the sources as texts. */
    @Test
    void every_type_of_entry_that_was_ever_written_is_still_written_or_known() throws IOException {
        Set<String> written = writtenInSources();
        Set<String> events = new HashSet<>();
        Golden.files("entries/work_order").keySet().forEach(n -> events.add(n.substring(n.indexOf('/') + 1)));
        Golden.files("entries/appeal").keySet().forEach(n -> events.add(n.substring(n.indexOf('/') + 1)));
        List<String> gone = new ArrayList<>();
        for (String type : Names.pinned().get("entries"))
            if (!written.contains(type.substring(type.indexOf('/') + 1))) gone.add(type);
        assertThat(gone).isEmpty();
        Set<String> known = new TreeSet<>(events);
        Names.pinned().get("entries").forEach(t -> known.add(t.substring(t.indexOf('/') + 1)));
        written.removeAll(known);
        assertThat(written).as("add to 'entries' in golden/<version>/names.txt").isEmpty();
    }

    @Test
    void every_type_of_entry_has_a_file_of_how_it_was_written_first() {
        assertThat(Names.pinned().get("entries"))
                .filteredOn(type -> Golden.newest(type) == null)
                .as("run the test that writes it with -Dshouwen.golden=write")
                .isEmpty();
    }

    /** What no format reads is compared with what tests write: each kind is held in one of the two ways. */
    @Test
    void every_kind_that_a_format_reads_has_a_test_of_its_files() throws IOException {
        Pattern held = Pattern.compile("Golden\\.entries\\((\\S+),");
        Set<String> kinds = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (Path f :
                    files.filter(f -> f.toString().endsWith("FormatTest.java")).toList())
                held.matcher(Files.readString(f)).results().forEach(m -> kinds.add(m.group(1)));
        }
        assertThat(kinds).hasSameSizeAs(Golden.BY_FORMAT);
    }

    @Test
    void a_field_that_is_renamed_in_what_is_written_is_found() {
        JsonMapper json = JsonMapper.builder().build();
        String kept = "{\"why\":\"\",\"days\":[{\"name\":\"\"}],\"none\":null,\"v\":1}";
        for (String field : List.of("why", "name"))
            assertThatThrownBy(() -> WrittenEntries.has(
                            "a/B", json.readTree(kept), json.readTree(kept.replace(field, "renamed"))))
                    .hasMessageContaining(field + " is written");
        String more = "{\"why\":\"\",\"days\":[],\"none\":{\"at\":1},\"added\":1}";
        WrittenEntries.has("a/B", json.readTree(kept), json.readTree(more));
    }

    /** A form that was half typed under one version is finished under the next. */
    @Test
    void every_field_of_a_form_that_is_kept_is_still_one() throws IOException {
        StringBuilder forms = new StringBuilder();
        for (Path folder : List.of(SOURCES.resolve("desk"), Path.of("src/main/resources/templates/desk")))
            try (var files = Files.walk(folder)) {
                for (Path f : files.filter(Files::isRegularFile).toList()) forms.append(Files.readString(f));
            }
        assertThat(Names.pinned().get("draft fields"))
                .allSatisfy(field -> assertThat(forms).contains('"' + field + '"'));
    }

    @Test
    void a_chain_of_something_with_a_code_is_found_under_the_same_id() {
        assertThat(Subject.of("unit", "heating").id()).hasToString("69d37ebe-59f4-34ec-aa36-115904d25f9b");
    }

    private static Set<String> writtenInSources() throws IOException {
        Pattern type = Pattern.compile("[(,?:=>]\\s*\"([A-Z][a-z]+(?:[A-Z][a-z]+)*)\"");
        Set<String> types = new TreeSet<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path f : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(f);
                boolean writes = text.contains("history.append(") || text.contains(".record(");
                if (!writes || f.toString().contains("/history/")) continue;
                Matcher found = type.matcher(text.replaceAll("@\\w+\\(\"[^\"]*\"\\)", ""));
                while (found.find()) types.add(found.group(1));
            }
        }
        return types;
    }
}
