package org.shouwen.channels.open311;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.open311.Service.Attribute;
import org.shouwen.coordinates.Datum;
import org.shouwen.coordinates.Position;
import org.shouwen.problems.Text;

/**
 * {@code POST requests}: what was sent, held against the service's definition. Identity is not in here.
 *
 * @param position null where only words say where it is
 * @param answers to the attributes, as a person reads them: what was asked, what was answered
 */
record PostedRequest(
        String description,
        @Nullable Position position,
        String address,
        String addressId,
        String mediaUrl,
        List<String> answers) {
    private static final int DESCRIPTION = 4000;
    private static final int ANSWER = 1000;

    /** @throws Problem.Found naming all that is wrong */
    static PostedRequest of(Service service, Map<String, String[]> sent) {
        Reader r = new Reader(sent);
        String description = r.text("description", DESCRIPTION);
        Position position = r.position();
        String address = r.text("address_string", 200);
        String addressId = r.text("address_id", 60);
        if (r.wrong.isEmpty() && position == null && address.isEmpty() && addressId.isEmpty())
            r.wrong.add(Problem.missing("lat and long, address_string or address_id"));
        String media = r.media();
        List<String> answers = r.answers(service);
        if (!r.wrong.isEmpty()) throw new Problem.Found(r.wrong);
        return new PostedRequest(description, position, address, addressId, media, answers);
    }

    /** What the appeal says; never empty. */
    String content(Service service) {
        List<String> lines = new ArrayList<>();
        lines.add(description.isEmpty() ? service.name() : description);
        lines.addAll(answers);
        return String.join("\n", lines);
    }

    /** Where it is, in words for whoever goes there. */
    String location() {
        if (position == null) return address;
        Position wgs = position.in(Datum.WGS84);
        String point = String.format(java.util.Locale.ROOT, "北纬%.5f 东经%.5f（WGS-84）", wgs.latitude(), wgs.longitude());
        return address.isEmpty() ? point : address + " " + point;
    }

    private record Reader(Map<String, String[]> sent, List<Problem> wrong) {
        Reader(Map<String, String[]> sent) {
            this(sent, new ArrayList<>());
        }

        /** An empty parameter is one that was not sent. */
        private String first(String name) {
            String[] values = sent.get(name);
            return values == null || values.length == 0 ? "" : Text.clean(values[0]);
        }

        String text(String name, int most) {
            String text = first(name);
            if (text.codePointCount(0, text.length()) <= most) return text;
            wrong.add(Problem.wrong(name, "at most " + most + " characters / 最多" + most + "字"));
            return "";
        }

        @Nullable
        Position position() {
            String lat = first("lat");
            String lon = first("long");
            if (lat.isEmpty() && lon.isEmpty()) return null;
            try {
                if (lat.isEmpty() || lon.isEmpty()) throw new IllegalArgumentException("one without the other");
                return new Position(Double.parseDouble(lat), Double.parseDouble(lon), Datum.WGS84);
            } catch (IllegalArgumentException e) {
                wrong.add(Problem.wrong("lat, long", "both, in degrees of WGS-84 / 须同时给出WGS-84经纬度"));
                return null;
            }
        }

        String media() {
            String url = text("media_url", 2000);
            try {
                if (url.isEmpty() || ("" + new URI(url).getScheme()).matches("https?")) return url;
            } catch (URISyntaxException e) {
                // said below
            }
            wrong.add(Problem.wrong("media_url", "a http or https address / 须为http或https地址"));
            return "";
        }

        List<String> answers(Service service) {
            List<String> lines = new ArrayList<>();
            for (Attribute a : service.attributes()) if (a.variable()) answer(a).ifPresent(lines::add);
            for (String name : sent.keySet()) {
                if (!name.startsWith("attribute[")) continue;
                int end = name.indexOf(']');
                String code = end < 0 ? "" : name.substring("attribute[".length(), end);
                if (service.attributes().stream()
                        .noneMatch(a -> a.variable() && a.code().equals(code)))
                    wrong.add(Problem.wrong(name, "the service has no such attribute / 该服务没有此属性"));
            }
            return lines;
        }

        private Optional<String> answer(Attribute a) {
            List<String> values = new ArrayList<>();
            String name = "attribute[" + a.code() + "]";
            for (String each : new String[] {name, name + "[]"})
                for (String v : sent.getOrDefault(each, new String[0]))
                    if (!Text.clean(v).isEmpty()) values.add(Text.clean(v));
            if (values.isEmpty()) {
                if (a.required()) wrong.add(Problem.missing(name));
                return Optional.empty();
            }
            if (values.size() > 1 && a.datatype() != Service.Datatype.MULTIVALUELIST) {
                wrong.add(Problem.wrong(name, "one value / 只能有一个值"));
                return Optional.empty();
            }
            List<String> shown = new ArrayList<>();
            for (String v : values) shown.add(shown(a, name, v));
            return Optional.of(a.description() + "：" + String.join("、", shown));
        }

        private String shown(Attribute a, String name, String v) {
            String why = switch (a.datatype()) {
                case STRING, TEXT -> v.length() <= ANSWER ? "" : "at most " + ANSWER + " characters / 过长";
                case NUMBER -> v.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? "" : "a number / 须为数字";
                case DATETIME -> dated(v) ? "" : "ISO 8601 with zone / 须为带时区的ISO 8601时间";
                case SINGLEVALUELIST, MULTIVALUELIST ->
                    named(a, v).isPresent() ? "" : "none of the values / 不在可选值中: " + v;
            };
            if (!why.isEmpty()) wrong.add(Problem.wrong(name, why));
            return a.datatype().list() ? named(a, v).orElse(v) : v;
        }

        private static Optional<String> named(Attribute a, String key) {
            return a.values().stream()
                    .filter(v -> v.key().equals(key))
                    .map(Service.Value::name)
                    .findFirst();
        }

        private static boolean dated(String v) {
            try {
                return OffsetDateTime.parse(v).getYear() > 0;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }
}
