package org.shouwen.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.problems.TypedDay;

/**
 * A query as names and values: in addresses of screens, in the API and as it is stored. Read and written here alone, so that
 * an address finds the same everywhere. Values of one name may repeat; empty ones count as left out.
 */
public final class SearchParameters {
    /** The names, as they stand in addresses and in stored searches: never renamed. */
    public static final List<String> NAMES =
            List.of("q", "kind", "state", "unit", "class", "place", "channel", "from", "to", "urgent", "sort");

    /** Values of one name at most. */
    private static final int MOST = 50;

    private static final int LONGEST_CODE = 64;

    private SearchParameters() {}

    /** @throws BadInput naming the parameter */
    public static SearchQuery read(Map<String, List<String>> typed) {
        String words = Text.clean(one(typed, "q")).replaceAll("[\\s\\p{Z}]+", " ");
        int length = words.codePointCount(0, words.length());
        if (length > SearchQuery.LONGEST)
            throw new BadInput("q", "problems.field.too-long", SearchQuery.LONGEST, length);
        String limit = one(typed, "limit");
        SearchQuery query = new SearchQuery(
                words,
                all(typed, "kind").stream()
                        .map(k -> constant("kind", ThingKind.values(), k))
                        .collect(Collectors.toSet()),
                all(typed, "state"),
                all(typed, "unit"),
                all(typed, "class"),
                all(typed, "place"),
                all(typed, "channel"),
                day(typed, "from"),
                day(typed, "to"),
                urgent(one(typed, "urgent")),
                sort(one(typed, "sort")),
                null,
                limit.isEmpty() ? SearchQuery.USUAL : Page.limit(number(limit)));
        String after = one(typed, "after");
        return after.isEmpty() ? query : query.page(after, query.size());
    }

    /**
     * {@link #write} read back.
     *
     * @throws BadInput when it can not be: a code was taken away since
     */
    public static SearchQuery read(String written) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (String pair : written.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2)
                typed.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return read(typed);
    }

    /** As the part of an address after {@code ?}, in one order; which page is left out. Empty for a query that asks nothing. */
    public static String write(SearchQuery query) {
        StringJoiner written = new StringJoiner("&");
        fields(query).forEach((name, values) -> {
            for (String value : values) written.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return written.toString();
    }

    /** Names and values of a query, those that say nothing left out. */
    public static Map<String, List<String>> fields(SearchQuery query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        put(all, "q", List.of(query.words()));
        put(all, "kind", query.kinds().stream().map(Enum::name).sorted().toList());
        put(all, "state", List.copyOf(new TreeSet<>(query.states())));
        put(all, "unit", List.copyOf(new TreeSet<>(query.units())));
        put(all, "class", List.copyOf(new TreeSet<>(query.classes())));
        put(all, "place", List.copyOf(new TreeSet<>(query.places())));
        put(all, "channel", List.copyOf(new TreeSet<>(query.channels())));
        put(all, "from", List.of(query.from() == null ? "" : query.from().toString()));
        put(all, "to", List.of(query.to() == null ? "" : query.to().toString()));
        put(all, "urgent", List.of(query.urgent() == null ? "" : query.urgent().toString()));
        put(
                all,
                "sort",
                List.of(query.sort() == SearchSort.NEWEST ? "" : query.sort().name()));
        return all;
    }

    private static void put(Map<String, List<String>> all, String name, List<String> values) {
        List<String> said = values.stream().filter(v -> !v.isEmpty()).toList();
        if (!said.isEmpty()) all.put(name, said);
    }

    private static String one(Map<String, List<String>> typed, String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static Set<String> all(Map<String, List<String>> typed, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : typed.getOrDefault(name, List.of())) {
            String code = Text.optional(name, value, LONGEST_CODE);
            if (!code.isEmpty()) values.add(code);
        }
        if (values.size() > MOST) throw new BadInput(name, "search.too-many", MOST);
        return values;
    }

    private static @Nullable LocalDate day(Map<String, List<String>> typed, String name) {
        String text = one(typed, name);
        if (text.isEmpty()) return null;
        try {
            return TypedDay.read(name, text);
        } catch (BadInput e) {
            throw new BadInput(name, "search.no-day");
        }
    }

    private static @Nullable Boolean urgent(String text) {
        return switch (text) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadInput("urgent", "problems.field.unknown", text);
        };
    }

    private static SearchSort sort(String text) {
        return text.isEmpty() ? SearchSort.NEWEST : constant("sort", SearchSort.values(), text);
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static <E extends Enum<E>> E constant(String field, E[] known, String name) {
        return Arrays.stream(known)
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "problems.field.unknown", name));
    }
}
