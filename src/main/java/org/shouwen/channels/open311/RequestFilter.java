package org.shouwen.channels.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.Text;

/**
 * Which requests were asked for: 90 days or the first 1,000, whichever is smaller. Ids override all else.
 *
 * @param ids empty: by the other conditions
 * @param services empty: all
 * @param open null: both
 * @param skip so many before the first, where pages were asked for (an extension that many cities have)
 */
record RequestFilter(
        Set<String> ids,
        Set<String> services,
        @Nullable Boolean open,
        Instant from,
        Instant until,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedUntil,
        int most,
        int skip) {
    static final Duration SPAN = Duration.ofDays(90);
    static final int MOST = 1000;

    /**
     * @param sent the parameter of a name; null when there is none
     * @throws Problem.Found naming all that is wrong
     */
    static RequestFilter of(Function<String, @Nullable String> sent, Instant now) {
        List<Problem> wrong = new ArrayList<>();
        Set<String> ids = list(sent.apply("service_request_id"));
        if (ids.size() > MOST) wrong.add(Problem.wrong("service_request_id", "at most " + MOST + " / 最多" + MOST + "个"));
        if (!ids.isEmpty() && wrong.isEmpty())
            return new RequestFilter(ids, Set.of(), null, Instant.EPOCH, now, null, null, MOST, 0);
        Instant from = time("start_date", sent, wrong);
        Instant until = time("end_date", sent, wrong);
        Instant end = until != null ? until : from != null ? from.plus(SPAN) : now;
        Instant start = from != null ? from : end.minus(SPAN);
        if (start.isAfter(end)) wrong.add(Problem.wrong("start_date", "after end_date / 晚于end_date"));
        if (Duration.between(start, end).compareTo(SPAN) > 0)
            wrong.add(Problem.wrong("start_date, end_date", "at most 90 days / 最多90天"));
        int size = number("page_size", sent, MOST, MOST, wrong);
        int page = number("page", sent, 1, 100_000, wrong);
        Boolean open = open(list(sent.apply("status")), wrong);
        Instant updatedFrom = time("updated_after", sent, wrong);
        Instant updatedUntil = time("updated_before", sent, wrong);
        if (!wrong.isEmpty()) throw new Problem.Found(wrong);
        return new RequestFilter(
                Set.of(),
                list(sent.apply("service_code")),
                open,
                start,
                end,
                updatedFrom,
                updatedUntil,
                size,
                (page - 1) * size);
    }

    private static Set<String> list(@Nullable String typed) {
        Set<String> all = new LinkedHashSet<>();
        Arrays.stream(Text.clean(typed).split(",", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .forEach(all::add);
        return all;
    }

    private static @Nullable Boolean open(Set<String> statuses, List<Problem> wrong) {
        if (!Set.of("open", "closed").containsAll(statuses))
            wrong.add(Problem.wrong("status", "open or closed / 只能是open或closed"));
        return statuses.size() == 1 ? (Boolean) statuses.contains("open") : null;
    }

    /** A plus sign that was sent as it is comes as a blank. */
    private static @Nullable Instant time(String name, Function<String, @Nullable String> sent, List<Problem> wrong) {
        String typed = Text.clean(sent.apply(name)).replaceFirst(" (\\d\\d:?\\d\\d)$", "+$1");
        if (typed.isEmpty()) return null;
        try {
            Instant at = OffsetDateTime.parse(typed).toInstant();
            if (at.isAfter(Instant.parse("1900-01-01T00:00:00Z")) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z")))
                return at;
        } catch (DateTimeParseException e) {
            // said below
        }
        wrong.add(Problem.wrong(name, "W3C ISO 8601 with zone, such as 2026-11-23T09:00:00+08:00 / 须为带时区的时间"));
        return null;
    }

    private static int number(
            String name, Function<String, @Nullable String> sent, int otherwise, int most, List<Problem> wrong) {
        String typed = Text.clean(sent.apply(name));
        if (typed.isEmpty()) return otherwise;
        if (typed.matches("[1-9]\\d{0,8}")) return Math.min(most, Integer.parseInt(typed));
        wrong.add(Problem.wrong(name, "a number from 1 / 须为正整数"));
        return otherwise;
    }
}
