package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import tools.jackson.databind.json.JsonMapper;

/** Article 21: out of an event go the appellant's name and number where somebody wrote them, and codes stay what they are. */
class WordsOfEventsTest {
    /** What is no words of anybody's: codes, numbers and digests. */
    private static final Set<String> CODES = Set.of(
            "edition",
            "from",
            "kind",
            "lead",
            "limitClass",
            "matterClass",
            "matterDigest",
            "place",
            "number",
            "to",
            "urgentKind",
            // of papers and units
            "code",
            "label",
            "name",
            "sha256",
            "type");

    private final EventJson json = new EventJson(JsonMapper.builder().build());

    @Test
    void every_text_in_an_event_is_words_or_a_code() {
        Set<String> texts = new TreeSet<>();
        for (Class<?> event : Event.class.getPermittedSubclasses()) texts(event, texts);
        texts(Report.class, texts);
        texts(PendingRequests.class, texts);
        assertThat(texts).hasSizeGreaterThan(20);
        for (String name : texts)
            assertThat(EventJson.WORDS.contains(name) ^ CODES.contains(name))
                    .as("'%s' stands in one of the two lists: words lose the appellant's name, codes do not", name)
                    .isTrue();
    }

    private static void texts(Type type, Set<String> texts) {
        if (type instanceof ParameterizedType p) {
            for (Type of : p.getActualTypeArguments()) texts(of, texts);
            return;
        }
        if (!(type instanceof Class<?> c) || !c.isRecord() || !c.getName().startsWith("org.shouwen")) return;
        for (RecordComponent r : c.getRecordComponents()) {
            if (r.getType() == String.class) texts.add(r.getName());
            else texts(r.getGenericType(), texts);
        }
    }

    @Test
    void whoever_is_called_like_a_code_or_has_a_date_for_a_number_changes_neither() {
        Identity who = Identity.of("ordinary", "20261126", "heating", null);
        Due due = new Due(Instant.parse("2026-11-26T02:00:00Z"), false);
        Event granted = new Event.ReturnGranted(
                new UnitId("heating"),
                "1",
                new Event.Dispatched("dandong-2026", "ordinary", new UnitId("heating"), List.of(), due, due),
                "ordinary 来电 20261126");
        Event kept = json.with(granted, who::unnamed);
        assertThat(kept)
                .isEqualTo(new Event.ReturnGranted(
                        new UnitId("heating"), "1", ((Event.ReturnGranted) granted).dispatched(), "（略） 来电 （略）"));
        Event contacted = new Event.Contacted(Instant.parse("2026-11-26T02:00:00Z"), "电话", "ordinary 说好了");
        assertThat(json.with(contacted, who::unnamed))
                .isEqualTo(new Event.Contacted(Instant.parse("2026-11-26T02:00:00Z"), "电话", "（略） 说好了"));
        assertThat(json.with(new Event.Joined("20261126-000001"), who::unnamed))
                .isEqualTo(new Event.Joined("20261126-000001"));
    }
}
