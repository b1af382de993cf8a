package org.shouwen.acts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of an act as somebody might send them, good and bad, as a form and as the JSON that says the same. */
public final class RandomFields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NOTHING = List.of("", "  ", "\u3000", "\u0000", "\u202e ");
    private static final List<String> TEXTS =
            List.of("热力", " 有空白 ", "𠮷🥶", "a\r\nb", "<b>&\"", "null", "20260930000123", "第20260930-000123号");

    private final Random random;

    public RandomFields(long seed) {
        random = new Random(seed);
    }

    /** Values by field; what is not there was not sent. */
    public Map<String, List<String>> of(Act<?> act, boolean good) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Field f : act.fields()) {
            boolean wrong = !good && random.nextInt(act.fields().size() + 1) == 0;
            if (wrong && random.nextBoolean()) continue;
            if (!f.required() && random.nextInt(3) == 0) continue;
            List<String> values = new ArrayList<>();
            int many = f.kind().many() ? 1 + random.nextInt(3) : 1;
            for (int i = 0; i < many; i++) values.add(wrong ? bad(f) : good(f));
            all.put(f.name(), values);
        }
        return all;
    }

    private String good(Field f) {
        if (!f.allowed().isEmpty()) return pick(f.allowed());
        return switch (f.kind()) {
            case TEXT, CODES -> shortened(pick(TEXTS), f.most());
            case NUMBER -> pick(List.of("20260930-000123", "20260930000123", "２０２６０９３０－０００１２３"));
            case INTEGER -> pick(List.of("1", "5", "-3", "2147483647"));
            case YES_OR_NO -> pick(List.of("true", "false"));
            case TIME -> pick(List.of("2026-09-30T10:00", "2026-09-30T02:00:00Z", "2026-09-30T10:00:00+08:00"));
            case DATE -> pick(List.of("2026-09-30", "2026-10-01"));
            case ID, IDS ->
                pick(List.of("00000000-0000-0000-0000-000000000001", "0198c1de-7d2b-7c35-9c2f-0d6a1b2c3d4e"));
        };
    }

    private String bad(Field f) {
        String long0 = "长".repeat(f.most() + 1 + random.nextInt(5));
        List<String> bad = new ArrayList<>(NOTHING);
        bad.add(long0);
        bad.addAll(
                switch (f.kind()) {
                    case TEXT, CODES, NUMBER -> TEXTS;
                    case INTEGER -> List.of("三", "3.5", "1e3", "99999999999", "abc");
                    case YES_OR_NO -> List.of("也许", "2", "yes", "no", "on");
                    case TIME ->
                        List.of("昨天", "2026-13-01T00:00", "+99999-01-01T00:00:00Z", "2026-09-30", "1790000000");
                    case DATE -> List.of("昨天", "2026-13-01", "2026-09-30T10:00", "+99999-01-01");
                    case ID, IDS -> List.of("1", "xyz", "00000000-0000-0000-0000-00000000000g");
                });
        return pick(bad);
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, most);
    }

    /** Integers and truths as JSON has them where they are some, lists as lists, {@code a.b} within {@code a}. */
    public static ObjectNode json(Act<?> act, Map<String, List<String>> sent) {
        ObjectNode body = JSON.createObjectNode();
        for (Field f : act.fields()) {
            List<String> values = sent.get(f.name());
            if (values == null) continue;
            String[] path = f.name().split("\\.", 2);
            ObjectNode in = path.length == 1 ? body : body.withObjectProperty(path[0]);
            String name = path[path.length - 1];
            String first = values.getFirst();
            if (f.kind().many()) {
                ArrayNode list = in.putArray(name);
                values.forEach(list::add);
            } else if (f.kind() == Field.Kind.INTEGER && first.matches("-?\\d{1,9}"))
                in.put(name, Integer.parseInt(first));
            else if (f.kind() == Field.Kind.YES_OR_NO && first.matches("true|false"))
                in.put(name, Boolean.parseBoolean(first));
            else in.put(name, first);
        }
        return body;
    }
}
