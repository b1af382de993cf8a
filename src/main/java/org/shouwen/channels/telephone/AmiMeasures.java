package org.shouwen.channels.telephone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.desk.CallMeasures;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What an Asterisk is told when a measure holds for a caller (Art. 20): the call leaves the queue for a context of the city's
 * dialplan, in which the caller hears it and says whether it is urgent. Off until that context is named; a call whose measure
 * comes too late stays where it is.
 */
@Component
class AmiMeasures {
    /** Variable of the channel that names the measure. */
    static final String MEASURE = "SHOUWEN_MEASURE";

    private final String context;

    /** @param context of the dialplan, with an extension for each measure; empty: nothing is told */
    AmiMeasures(@Value("${shouwen.telephone.ami.measures:}") String context) {
        this.context = context.strip();
    }

    /** @param calls what is known of the calls that last */
    List<Map<String, String>> actions(CallMeasures.Handling h, AmiEvents calls) {
        if (context.isEmpty() || !h.changesTheWay()) return List.of();
        String channel = calls.divert(h.call());
        if (channel.isEmpty()) return List.of();
        Map<String, String> named = new LinkedHashMap<>();
        named.put("Action", "Setvar");
        named.put("Channel", channel);
        named.put("Variable", MEASURE);
        named.put("Value", h.code());
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("Action", "Redirect");
        sent.put("Channel", channel);
        sent.put("Context", context);
        sent.put("Exten", h.code());
        sent.put("Priority", "1");
        return List.of(named, sent);
    }
}
