package org.shouwen.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways in over HTTP: one message with a number in its words, sent again under the same id until it is acknowledged. */
final class InboundDoors {
    private static final String PARTNER = "police-110";

    /** A program's key lets in 9,999 in a minute at most. */
    private static final String PER_MINUTE = "9999";

    /** A way in. */
    interface Door {
        /** @return whether it was acknowledged */
        boolean send(Wire wire, long n) throws IOException;
    }

    private InboundDoors() {}

    static String word(long n) {
        return "M%09d".formatted(n);
    }

    static String text(long n) {
        return "示例小区%d号楼前路灯不亮，晚上看不见路。%s".formatted(n, word(n));
    }

    /** By name, each with what the running city knows of it. */
    static Map<String, Door> of(City city) throws Exception {
        String exchange = city.said("exchange", PARTNER, "secret");
        String telephone = city.token("bench-exchange", "TELEPHONE");
        Path services = city.home.resolve("services.yaml");
        Files.writeString(services, """
                services:
                  - {code: light, name: 路灯不亮, description: 道路照明故障, group: 市政设施, type: realtime, kind: livelihood, class: road-light, lists: all, place: exact, agency: true}
                """);
        city.said("open311", "services", services.toString());
        String key = city.said("open311", "key", "issue", "bench", "bench@example.org", PER_MINUTE);
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("sms", InboundDoors::sms);
        doors.put("wechat", InboundDoors::wechat);
        doors.put("telephone", (wire, n) -> call(wire, telephone, n));
        doors.put("exchange", (wire, n) -> handover(wire, exchange, n));
        doors.put("open311", (wire, n) -> request(wire, key, n));
        return doors;
    }

    private static boolean sms(Wire wire, long n) throws IOException {
        return wire.post("/api/channels/sms/messages", WechatEnvelope.SECRET, """
                        {"id":"%s","from":"139%08d","to":"10690012345","text":"%s"}""".formatted(word(n), n, text(n)))
                        .status()
                == 200;
    }

    private static boolean wechat(Wire wire, long n) throws IOException {
        String sealed = WechatEnvelope.sealed("""
                <xml><ToUserName>gh_bench</ToUserName><FromUserName>oBench_%d</FromUserName><CreateTime>%d</CreateTime>\
                <MsgType>text</MsgType><Content><![CDATA[%s]]></Content><MsgId>%d</MsgId></xml>""".formatted(
                n, 1_790_000_000L + n, text(n), n));
        String signature = WechatEnvelope.signature("1790000000", word(n), sealed);
        return wire.post(
                                "/api/channels/wechat?msg_signature=" + signature + "&timestamp=1790000000&nonce="
                                        + word(n),
                                "",
                                "<xml><Encrypt>" + sealed + "</Encrypt></xml>")
                        .status()
                == 200;
    }

    /** A call that was offered and given up: two events, and somebody to be called back. */
    private static boolean call(Wire wire, String token, long n) throws IOException {
        Instant now = Instant.now();
        return wire.post("/api/v1/calls/events", token, """
                        {"source":"bench","events":[
                        {"id":"%1$so","type":"offered","call":"%1$s","at":"%2$s","caller":"137%3$08d","called":"12345","queue":"12345"},
                        {"id":"%1$sa","type":"abandoned","call":"%1$s","at":"%4$s","waitedMs":9000}]}""".formatted(
                        word(n), now.minusSeconds(9), n, now)).status()
                == 200;
    }

    private static boolean handover(Wire wire, String secret, long n) throws IOException {
        String body = """
                {"version":1,"event":"handover","id":"%s","turn":1,"at":"%s","kind":"求助","title":"路灯不亮","text":"%s",\
                "person":{"name":"何其正","phone":"136%08d"}}""".formatted(word(n), Instant.now(), text(n), n);
        String at = Long.toString(Instant.now().getEpochSecond());
        String headers = "webhook-id: " + word(n) + "\r\nwebhook-timestamp: " + at + "\r\nwebhook-signature: v1,"
                + signature(secret, word(n) + "." + at + "." + body) + "\r\n";
        Wire.Answer answer = wire.post(
                "/api/channels/exchange/" + PARTNER + "/messages", "application/json; charset=utf-8", headers, body);
        return answer.status() == 202 && !answer.body().contains("unreadable");
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean request(Wire wire, String key, long n) throws IOException {
        String form = "service_code=light&lat=40.129&long=124.354&phone=135%08d&api_key=%s&description=%s".formatted(
                n, key, URLEncoder.encode(text(n), StandardCharsets.UTF_8));
        return List.of(200, 201)
                .contains(wire.form("/api/open311/v2/requests.json", "Idempotency-Key: " + word(n) + "\r\n", form)
                        .status());
    }
}
