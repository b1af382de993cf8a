package org.shouwen.channels.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.exchange.OutgoingStore.Outgoing;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.Busy;
import org.shouwen.tables.TableStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The four messages as tables, for partners without a connection: the same messages under the same numbers, once either way. */
@Component
class ExchangeTables {
    private static final int AT_ONCE = 5_000;

    private final ExchangeDoor door;
    private final OutgoingStore outgoing;
    private final JsonMapper json;
    private final InstantSource clock;

    ExchangeTables(ExchangeDoor door, OutgoingStore outgoing, JsonMapper json, InstantSource clock) {
        this.door = door;
        this.outgoing = outgoing;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came of a table, or would.
     *
     * @param unmapped values without a mapping, such as {@code kind=群众求救}, with how often; when there is one nothing was taken
     * @param unknown headings that no column has
     * @param unreadable rows that lie among the rejects
     */
    record Result(
            int rows, int taken, int known, int unreadable, Map<String, Integer> unmapped, List<String> unknown) {}

    /** @throws Busy when too many messages wait: what was taken is known the next time */
    Result load(String code, Partner partner, Path file, boolean dryRun, IntConsumer progress) throws IOException {
        Map<String, Integer> unmapped = new TreeMap<>();
        int[] n = new int[4];
        List<String> unknown = TableStream.each(file, partner.tableColumns(), line -> {
            n[0]++;
            ExchangeRow.unmapped(partner, line)
                    .forEach((field, word) -> unmapped.merge(field + "=" + word, 1, Integer::sum));
        });
        if (!unmapped.isEmpty()) return new Result(n[0], 0, 0, 0, unmapped, unknown);
        TableStream.each(file, partner.tableColumns(), line -> {
            byte[] body = json.writeValueAsBytes(ExchangeRow.message(partner, line));
            switch (dryRun ? door.would(code, body) : door.take(code, body)) {
                case TAKEN -> n[1]++;
                case KNOWN -> n[2]++;
                case UNREADABLE -> n[3]++;
            }
            progress.accept(1);
        });
        return new Result(n[0], n[1], n[2], n[3], unmapped, unknown);
    }

    /** Writes what waits for a partner as a table, UTF-8 with a mark. @return the messages' ids in it */
    List<UUID> write(String code, Partner partner, Path file) throws IOException {
        List<UUID> written = new ArrayList<>();
        try (OutputStream out = Files.newOutputStream(file);
                CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            csv.writeRecord(heads(partner));
            for (Outgoing o : outgoing.waiting(code, AT_ONCE)) {
                csv.writeRecord(cells(partner, json.readValue(o.body(), ExchangeMessage.class)));
                written.add(o.id());
            }
        }
        return written;
    }

    /** The partner has these. @return how many of them waited */
    int sent(String code, Collection<UUID> ids) {
        return outgoing.sentByTable(code, ids, Instants.now(clock));
    }

    private static List<String> heads(Partner p) {
        return List.of(
                head(p, "id", "移交编号"),
                head(p, "event", "业务类型"),
                head(p, "turn", "次数"),
                head(p, "at", "办理时间"),
                head(p, "name", "姓名"),
                head(p, "phone", "联系电话"),
                head(p, "location", "地点"),
                head(p, "title", "标题"),
                head(p, "text", "内容"),
                head(p, "satisfied", "满意情况"));
    }

    private static String head(Partner p, String field, String otherwise) {
        List<String> names = p.columns().get(field);
        return names == null || names.isEmpty() ? otherwise : names.getFirst();
    }

    private static List<String> cells(Partner p, ExchangeMessage m) {
        ExchangeMessage.Person person = m.person();
        return List.of(
                text(m.id()),
                word(p, text(m.event())),
                text(m.turn()),
                text(m.at()),
                person == null ? "" : text(person.name()),
                person == null ? "" : text(person.phone()),
                text(m.location()),
                text(m.title()),
                text(m.text()),
                m.satisfied() == null ? "" : m.satisfied() ? "满意" : "不满意");
    }

    /** The partner's own word for an event, in characters where it has one. */
    private static String word(Partner p, String wire) {
        return p.events().entrySet().stream()
                .filter(e ->
                        e.getValue().equals(wire) && e.getKey().codePoints().anyMatch(Character::isIdeographic))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(wire);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
