package org.shouwen.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.problems.BadInput;
import org.shouwen.search.PersonalWords;
import org.shouwen.search.SearchParameters;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.WrittenPeriod;

/** What the page's form or an address asked for. */
final class SearchRequest {
    /** A filter to be left out, written {@code name=value}: what the buttons beside the filters in use send. */
    private static final String WITHOUT = "without";

    /** A month to look in, such as 2026-11: what the buttons of the period send. */
    private static final String MONTH = "month";

    /** A word that was read as a period, for the page to say so. */
    private static final String PERIOD = "period";

    /** A word that is to be looked for as it stands though it could be a period. */
    private static final String PLAIN = "plain";

    private SearchRequest() {}

    /** @throws BadInput naming the parameter */
    static SearchQuery typed(Map<String, List<String>> sent) {
        Map<String, List<String>> typed = new LinkedHashMap<>(sent);
        for (String without : sent.getOrDefault(WITHOUT, List.of())) {
            String[] parts = without.split("=", 2);
            List<String> rest = new ArrayList<>(typed.getOrDefault(parts[0], List.of()));
            if (parts.length == 2) rest.remove(parts[1]);
            typed.put(parts[0], rest);
        }
        for (String month : sent.getOrDefault(MONTH, List.of())) {
            YearMonth in = month(month);
            typed.put("from", List.of(in.atDay(1).toString()));
            typed.put("to", List.of(in.atEndOfMonth().toString()));
        }
        return SearchParameters.read(typed);
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            throw new BadInput("from", "problems.field.month");
        }
    }

    /**
     * As an address or a program asks.
     *
     * @throws BadInput also when the words hold a number that leads to a person: addresses are kept in many places
     */
    static SearchQuery addressed(Map<String, List<String>> sent) {
        SearchQuery query = SearchParameters.read(sent);
        if (PersonalWords.numberIn(query.words())) throw new BadInput("q", "search.personal-in-address");
        return query;
    }

    /** The day, week or month among the words; none where a period was chosen beside them. */
    static Optional<WrittenPeriod> period(Map<String, List<String>> sent, SearchQuery query, LocalDate today) {
        if (query.from() != null || query.to() != null) return Optional.empty();
        return WrittenPeriod.in(query.words(), today, one(sent, PLAIN));
    }

    /** What the address of a search gets so that its page says how a word was read. */
    static String said(WrittenPeriod period) {
        return "&" + PERIOD + "=" + URLEncoder.encode(period.word(), StandardCharsets.UTF_8);
    }

    /** The word that was read as the period in which the query looks. */
    static Optional<WrittenPeriod> told(Map<String, List<String>> sent, SearchQuery query, LocalDate today) {
        return WrittenPeriod.in(one(sent, PERIOD), today, "")
                .filter(p -> p.from().equals(query.from()) && p.to().equals(query.to()));
    }

    private static String one(Map<String, List<String>> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Whether it asks for anything. */
    static boolean asks(SearchQuery query) {
        return SearchParameters.fields(query).keySet().stream().anyMatch(name -> !name.equals("sort"));
    }

    /** The address of a search; what leads to a person never stands in one. */
    static String address(SearchQuery query) {
        String text = SearchParameters.write(query);
        String after = query.after();
        return "/search" + (text.isEmpty() ? "" : "?" + text)
                + (after == null
                        ? ""
                        : (text.isEmpty() ? "?" : "&") + "after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
    }
}
