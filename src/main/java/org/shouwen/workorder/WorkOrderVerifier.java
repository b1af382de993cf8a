package org.shouwen.workorder;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.history.KeyedDigest;
import org.shouwen.history.Recorded;
import org.shouwen.history.VerifiableRows;
import org.springframework.stereotype.Component;

/** Holds each order's row against the replay of its history. */
@Component
class WorkOrderVerifier implements VerifiableRows {
    private final VerifiedRows rows;
    private final RowMapping mapping;
    private final EventJson json;
    private final MatterDigest digest;

    WorkOrderVerifier(VerifiedRows rows, RowMapping mapping, EventJson json, MatterDigest digest) {
        this.rows = rows;
        this.mapping = mapping;
        this.json = json;
        this.digest = digest;
    }

    @Override
    public String kind() {
        return OrderRow.KIND;
    }

    @Override
    public Stream<Row> rows() {
        return rows.all()
                .map(r -> new Row(r.row().id(), r.row().chain(), entries -> differences(r, entries))
                        .known(r.row().number()));
    }

    /** What stands there and what should, where it is not somebody's words or name. */
    private static String unlike(String column, @Nullable Object is, @Nullable Object should) {
        boolean plain = Stream.of(Objects.requireNonNullElse(is, ""), Objects.requireNonNullElse(should, ""))
                .allMatch(v -> v instanceof String || v instanceof Number || v instanceof Date || v instanceof Boolean);
        return plain
                ? "%s is %s, its history says %s".formatted(column, shown(is), shown(should))
                : column + " is not what its history makes it";
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof Date at ? at.toInstant().atZone(Limits.ZONE).toLocalDateTime() : value;
    }

    @Override
    public String gone(List<Recorded> entries) {
        return json.read(entries.getFirst().body()) instanceof Event.Registered e
                ? e.number()
                : VerifiableRows.super.gone(entries);
    }

    private List<String> differences(VerifiedRows.RowAndMatter r, List<Recorded> entries) {
        List<String> differences = new ArrayList<>();
        OrderRow replayed = r.row().blank();
        String matter = "";
        for (Recorded entry : entries) {
            Event event = json.read(entry.body());
            if (event instanceof Event.Registered e) {
                if (!e.number().equals(r.row().number())) differences.add("its number was changed");
                if (!e.appeal().equals(r.row().appeal())) differences.add("its appeal was changed");
            }
            matter = MatterDigest.in(event).orElse(matter);
            replayed = replayed.after(event, entry.at(), r.row().chain());
        }
        if (!KeyedDigest.fits(matter, digest.of(r.salt(), r.matter())))
            differences.add("its matter's words were changed");
        List<?> expected = mapping.expected(replayed);
        for (int i = 0; i < expected.size(); i++)
            if (!Objects.equals(expected.get(i), r.kept().get(i)))
                differences.add(unlike(OrderUpdate.COLUMNS.get(i), r.kept().get(i), expected.get(i)));
        if (r.party() == null || !r.party().isOrder(replayed.shield(), replayed.leadOrNull()))
            differences.add("what is to be kept of it was changed");
        if (!r.row().registeredAt().equals(entries.getFirst().at())) differences.add("its registration was moved");
        return differences;
    }
}
