package org.shouwen.channels.wechat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.shouwen.attachments.Papers;
import org.shouwen.inbound.MediaSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Pictures and voices that people sent to the official account; the platform keeps them three days. */
@Component
class WechatMedia implements MediaSource {
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg",
            ".jpg",
            "image/jpg",
            ".jpg",
            "image/png",
            ".png",
            "audio/amr",
            ".amr",
            "audio/mp3",
            ".mp3",
            "audio/mpeg",
            ".mp3");

    /** Codes that go by: busy, or a token that is no longer good. */
    private static final Set<Integer> LATER = Set.of(-1, 40001, 40014, 42001, 45009, 45011);

    private final WechatAccount account;
    private final JsonMapper json;

    WechatMedia(WechatAccount account, JsonMapper json) {
        this.account = account;
        this.json = json;
    }

    @Override
    public String source() {
        return WechatFormat.SOURCE;
    }

    @Override
    public Papers.File fetch(String media) throws IOException {
        if (!account.there()) throw new IOException("off");
        HttpResponse<byte[]> answer = account.media(media);
        byte[] bytes = answer.body();
        int code = code(bytes);
        if (LATER.contains(code)) {
            account.forgetToken();
            throw new IOException("WX " + code);
        }
        if (code != 0) throw new Gone("WX " + code);
        String type = answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";")[0]
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        String ending = ENDINGS.getOrDefault(type, "");
        if (ending.isEmpty()) throw new Gone("type");
        return new Papers.File("微信" + ending, bytes);
    }

    /** The platform's code of an error, which stands in a JSON object in the file's place; 0 where it is a file. */
    private int code(byte[] bytes) {
        if (bytes.length == 0) return -1;
        if (bytes[0] != '{' || bytes.length > 2_000) return 0;
        try {
            return json.readTree(bytes).path("errcode").asInt(0);
        } catch (JacksonException e) {
            return 0;
        }
    }
}
