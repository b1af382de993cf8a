package org.shouwen.workorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.history.StoredFormat;
import org.shouwen.workorder.Event;
import org.springframework.beans.factory.annotation.Autowired;

/** What the timeline says of every event there is (its golden file) names classes, kinds, places and units, no codes. */
@ShouwenTest
class CodesInEventWordsTest {
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern CODE = Pattern.compile(
            "\\b(ordinary|difficult|consultation|livelihood|heating|housing|heat-[a-z]+|zhenxing|outage-[a-z]+)\\b");

    @Autowired
    EventWords words;

    @Test
    void no_event_shows_a_code_in_either_language() throws Exception {
        Map<String, String> chinese = said(Locale.SIMPLIFIED_CHINESE);
        assertThat(chinese).hasSizeGreaterThan(40);
        chinese.forEach((event, said) -> assertThat(said).as(event).doesNotContainPattern(LATIN));
        said(Locale.ENGLISH).forEach((event, said) -> assertThat(said).as(event).doesNotContainPattern(CODE));
    }

    @Test
    void a_change_of_class_names_both_classes() throws Exception {
        assertThat(said(Locale.SIMPLIFIED_CHINESE).get("Reclassified")).startsWith("一般 → 疑难，办理时限由 ");
        assertThat(said(Locale.ENGLISH).get("Reclassified")).startsWith("Ordinary → ");
    }

    private Map<String, String> said(Locale locale) throws Exception {
        Map<String, String> all = new TreeMap<>();
        for (Path file : events()) {
            Event event = StoredFormat.of(Event.class).read(Files.readString(file));
            all.put(file.getFileName().toString().replace(".json", ""), words.of(event, locale));
        }
        return all;
    }

    private static List<Path> events() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/v1/entries/work_order"))) {
            return files.sorted().toList();
        }
    }
}
