package org.shouwen.channels.telephone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwen.desk.Dialler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Dials through an Asterisk manager: first the agent's telephone rings, then the number is dialled from there. */
@Component
class AmiDialler implements Dialler {
    private final AmiConnector exchange;
    private final String channel;
    private final String context;
    private final String hotline;

    AmiDialler(
            AmiConnector exchange,
            @Value("${shouwen.telephone.ami.channel:SIP/%s}") String channel,
            @Value("${shouwen.telephone.ami.context:outbound}") String context,
            @Value("${shouwen.telephone.hotline:12345}") String hotline) {
        this.exchange = exchange;
        this.channel = channel;
        this.context = context;
        this.hotline = hotline;
    }

    @Override
    public boolean there() {
        return exchange.connected();
    }

    @Override
    public boolean dial(UUID id, String line, String number) {
        Map<String, String> action = new LinkedHashMap<>();
        action.put("Action", "Originate");
        action.put("ActionID", AmiEvents.DIALLED + id);
        action.put("Channel", channel.formatted(line));
        action.put("ChannelId", AmiEvents.DIALLED + id);
        action.put("Context", context);
        action.put("Exten", number);
        action.put("Priority", "1");
        action.put("Timeout", "30000");
        action.put("CallerID", hotline);
        action.put("Async", "true");
        return exchange.send(action);
    }
}
