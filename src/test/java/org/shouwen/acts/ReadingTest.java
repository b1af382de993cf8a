package org.shouwen.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Clause;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How one field is read, whoever sends it. */
class ReadingTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Object read(Field field, String typed) {
        return Act.of("any", Clause.A4, f -> value(field, f), field)
                .read(Raw.form(Map.of(field.name(), List.of(typed))));
    }

    private static Object value(Field field, Given f) {
        String name = field.name();
        return switch (field.kind()) {
            case TEXT, NUMBER -> f.text(name);
            case INTEGER -> f.integer(name);
            case YES_OR_NO -> f.yes(name);
            case TIME -> f.time(name);
            case DATE -> f.date(name);
            case ID -> String.valueOf(f.idOrNull(name));
            case CODES -> f.codes(name);
            case IDS -> f.ids(name);
        };
    }

    private static String key(Field field, String typed) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> read(field, typed));
        assertThat(bad).as(typed).isNotNull();
        assertThat(bad.fields())
                .singleElement()
                .satisfies(f -> assertThat(f.field()).isEqualTo(field.name()));
        return bad.fields().getFirst().key().replace("problems.field.", "");
    }

    @Test
    void a_text_is_cleaned_and_measured_in_characters() {
        assertThat(read(Field.text("a", 4), " a\r\nb\u0000 ")).isEqualTo("a\nb");
        assertThat(read(Field.text("a", 2), "𠮷🥶")).isEqualTo("𠮷🥶");
        assertThat(key(Field.text("a", 2), "一二三")).isEqualTo("too-long");
        assertThat(key(Field.text("a", 2), "\u3000\u0000")).isEqualTo("missing");
        assertThat(read(Field.text("a", 2).optional(), " ")).isEqualTo("");
    }

    @Test
    void a_time_without_an_offset_is_the_citys() {
        Instant ten = Instant.parse("2026-09-30T02:00:00Z");
        for (String same : List.of("2026-09-30T10:00", "2026-09-30T02:00:00Z", "2026-09-30T10:00:00+08:00"))
            assertThat(read(Field.time("a"), same)).isEqualTo(ten);
        for (String none : List.of("2026-09-30", "2026-13-01T00:00", "+99999-01-01T00:00:00Z", "0001-01-01T00:00", "x"))
            assertThat(key(Field.time("a"), none)).isEqualTo("date");
    }

    @Test
    void truths_integers_ids_and_numbers_are_what_they_say_or_refused() {
        assertThat(read(Field.yesOrNo("a"), "YES")).isEqualTo(true);
        assertThat(read(Field.yesOrNo("a"), "no")).isEqualTo(false);
        assertThat(key(Field.yesOrNo("a"), "也许")).isEqualTo("unreadable");
        assertThat(read(Field.integer("a"), "３")).isEqualTo(3);
        assertThat(key(Field.integer("a"), "3.5")).isEqualTo("unreadable");
        assertThat(read(Field.id("a"), new UUID(1, 2).toString())).isEqualTo(new UUID(1, 2).toString());
        assertThat(key(Field.id("a"), "x")).isEqualTo("unknown");
        assertThat(read(Field.number("a"), "#２０２６０９３０－０００１２３")).isEqualTo("20260930-000123");
        assertThat(read(Field.oneOf("a", List.of(Clause.A19)), "A19")).isEqualTo("A19");
        assertThat(key(Field.oneOf("a", List.of(Clause.A19)), "A18_1")).isEqualTo("unknown");
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        Act<String> act = Act.of(
                "any",
                Clause.A4,
                f -> f.text("a"),
                Field.text("a", 2),
                Field.time("b"),
                Field.integer("c").optional());
        BadInput bad = catchThrowableOfType(
                BadInput.class, () -> act.read(Raw.form(Map.of("a", List.of("一二三"), "c", List.of("x")))));
        assertThat(bad.fields().stream().map(BadInput.Field::field)).containsExactly("a", "b", "c");
    }

    @Test
    void what_json_nests_where_a_value_is_meant_is_refused_by_field() {
        Act<String> act = Act.of("any", Clause.A4, f -> f.text("a.b"), Field.text("a.b", 9), Field.codes("c"));
        assertThat(act.read(json("{\"a\":{\"b\":\"x\"},\"c\":[\"y\",null]}"))).isEqualTo("x");
        for (String wrong : List.of(
                "{\"a\":{\"b\":{}},\"c\":[\"y\"]}",
                "{\"a\":{\"b\":[\"x\"]},\"c\":[\"y\"]}",
                "{\"a\":\"x\",\"c\":[\"y\"]}",
                "{\"a\":{\"b\":\"x\"},\"c\":[{}]}",
                "{\"a\":{\"b\":\"x\"},\"c\":[]}",
                "{\"a\":{\"b\":\"x\"},\"c\":null}"))
            assertThat(catchThrowableOfType(BadInput.class, () -> act.read(json(wrong))))
                    .as(wrong)
                    .isNotNull();
    }

    private static Raw json(String body) {
        return Raw.json((ObjectNode) JSON.readTree(body));
    }
}
