package org.shouwen.channels.wechat;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.notification.Carrier;
import org.shouwen.notification.Parcel;
import org.shouwen.notification.Tried;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tells people in WeChat who wrote there: in whole words within 48 hours of their last message (客服消息), later by a template
 * message, whose fields hold the number and the beginning of the words.
 */
@Component
class WechatCarrier implements Carrier {
    /** Most characters of a template's field of words. */
    private static final int THING = 20;

    private static final int OUT_OF_WINDOW = 45015;
    private static final int OUT_OF_ANSWERS = 45047;
    private static final Set<Integer> BUSY = Set.of(-1, 45009, 45011, 40001, 42001);

    private final WechatAccount account;
    private final String template;
    private final String numberField;
    private final String wordsField;

    /** @param template id of the account's template; empty: nothing is told after 48 hours */
    WechatCarrier(
            WechatAccount account,
            @Value("${shouwen.wechat.template:}") String template,
            @Value("${shouwen.wechat.template-number:character_string1}") String numberField,
            @Value("${shouwen.wechat.template-words:thing2}") String wordsField) {
        this.account = account;
        this.template = template.strip();
        this.numberField = numberField;
        this.wordsField = wordsField;
    }

    @Override
    public Way way() {
        return Way.WECHAT;
    }

    @Override
    public boolean there() {
        return account.there();
    }

    @Override
    public Tried carry(Parcel p) {
        try {
            JsonNode answer = account.post(
                    "message/custom/send",
                    Map.of("touser", p.address(), "msgtype", "text", "text", Map.of("content", p.text())));
            int code = answer.path("errcode").asInt(0);
            if (code == OUT_OF_WINDOW || code == OUT_OF_ANSWERS) return byTemplate(p);
            return code == 0 ? Tried.sent(List.of(p.id().toString())) : failed(code);
        } catch (HttpTimeoutException e) {
            return Tried.later("NO_ANSWER");
        } catch (IOException e) {
            return Tried.later(e.getClass().getSimpleName());
        }
    }

    private Tried byTemplate(Parcel p) throws IOException {
        if (template.isEmpty()) return Tried.refused("NO_TEMPLATE");
        String words = p.text().length() <= THING ? p.text() : p.text().substring(0, THING - 1) + "…";
        JsonNode answer = account.post(
                "message/template/send",
                Map.of(
                        "touser", p.address(),
                        "template_id", template,
                        "client_msg_id", p.id().toString(),
                        "data", Map.of(numberField, Map.of("value", p.number()), wordsField, Map.of("value", words))));
        int code = answer.path("errcode").asInt(0);
        if (code != 0) return failed(code);
        String id = answer.path("msgid").asString("");
        return Tried.sent(List.of(id.isEmpty() ? p.id().toString() : id));
    }

    private static Tried failed(int code) {
        return new Tried(false, BUSY.contains(code), "WX " + code);
    }
}
