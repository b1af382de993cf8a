package org.shouwen.problems;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, which says when it is not the whole. What may not be seen was left out before the list was cut, in
 * {@code all} as well.
 *
 * @param next to be passed as {@code after} for the next page; null on the last
 * @param all how many the whole list has; null where that is not counted, as in archives that only grow
 */
public record Page<T>(
        List<T> items, @Nullable String next, @Nullable Long all) {
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** A row with its place in the list. */
    public record Row<T>(T value, After place) {}

    /** @param found one more than the limit where there is a next page */
    public static <T> Page<T> of(List<Row<T>> found, int limit, @Nullable Long all) {
        boolean more = found.size() > limit;
        List<Row<T>> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Row::value).toList(),
                more ? shown.getLast().place().toString() : null,
                all);
    }

    /** {@link #of(List, int, Long)} where the row itself says its place. */
    public static <T> Page<T> of(List<T> found, int limit, @Nullable Long all, Function<T, After> place) {
        return of(found.stream().map(t -> new Row<>(t, place.apply(t))).toList(), limit, all);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null, 0L);
    }

    /**
     * How many an integrator wants on a page.
     *
     * @throws BadInput when not 1 to 200
     */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) throw new BadInput("limit", "problems.page-limit");
        return asked;
    }

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), next, all);
    }

    /** How many it has, as far as is known: never fewer than are shown. */
    public long known() {
        return all == null ? items.size() : Math.max(all, items.size());
    }

    /** The value of the header {@code Link} (RFC 8288) where a list is answered bare; null on the last page. */
    public @Nullable String link(String path, int limit) {
        return next == null ? null : "<" + path + "?limit=" + limit + "&after=" + next + ">; rel=\"next\"";
    }
}
