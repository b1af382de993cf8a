package org.shouwen.channels.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.Text;
import org.shouwen.tables.Table;

/** A row of a partner's table as the message that it would have sent. Pure. */
final class ExchangeRow {
    private static final Set<String> YES = Set.of("1", "是", "满意", "基本满意", "很满意", "非常满意", "2", "true");
    private static final Set<String> NO = Set.of("3", "否", "不满意", "很不满意", "非常不满意", "0", "false");
    private static final Set<String> SECRET = Set.of("1", "是", "保密", "true");

    private ExchangeRow() {}

    /** Values of a row that the partner's file has no mapping for, by field; the whole table is refused for them. */
    static Map<String, String> unmapped(Partner partner, Table.Line line) {
        Map<String, String> none = new HashMap<>();
        String word = Text.clean(line.get("event"));
        String event = event(partner, line);
        if (event == null) none.put("event", word);
        if (ExchangeEvent.HANDOVER.wire().equals(event) && partner.kind(Text.clean(line.get("kind"))) == null)
            none.put("kind", Text.clean(line.get("kind")));
        String said = Text.clean(line.get("satisfied"));
        if (ExchangeEvent.CALL_BACK.wire().equals(event) && !YES.contains(said) && !NO.contains(said))
            none.put("satisfied", said);
        return none;
    }

    private static @Nullable String event(Partner partner, Table.Line line) {
        return new HashMap<>(partner.events()).get(Text.clean(line.get("event")));
    }

    static ExchangeMessage message(Partner partner, Table.Line line) {
        String event = event(partner, line);
        String turn = Text.clean(line.get("turn"));
        boolean callBack = ExchangeEvent.CALL_BACK.wire().equals(event);
        String said = Text.clean(line.get("satisfied"));
        return new ExchangeMessage(
                ExchangeMessage.VERSION,
                event,
                line.get("id"),
                turn.matches("\\d{1,4}") ? Integer.valueOf(turn) : null,
                line.get("at"),
                null,
                SECRET.contains(Text.clean(line.get("secret"))) ? Boolean.TRUE : null,
                new ExchangeMessage.Person(
                        line.get("name"), line.get("phone"), line.get("address"), line.get("idNumber")),
                line.get("kind"),
                line.get("title"),
                line.get("text"),
                line.get("location"),
                null,
                null,
                line.get("unit"),
                callBack ? Boolean.TRUE : null,
                null,
                callBack ? Boolean.valueOf(YES.contains(said)) : null);
    }
}
