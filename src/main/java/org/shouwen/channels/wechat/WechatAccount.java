package org.shouwen.channels.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.peers.PeerHttp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's interface for this account: an access token for two hours, the same for all nodes, and calls under it. Off
 * until an id is set.
 */
@Component
class WechatAccount {
    private static final int TOKEN_EXPIRED = 42001;
    private static final int TOKEN_WRONG = 40001;

    /** Bytes of an answer: pictures have ten million at most. */
    private static final long LARGEST = 12_000_000;

    private record Token(String text, Instant until) {}

    private final String appId;
    private final String secret;
    private final String host;
    private final JsonMapper json;
    private final InstantSource clock;
    private final PeerHttp http;
    private volatile @Nullable Token token;

    WechatAccount(
            @Value("${shouwen.wechat.app-id:}") String appId,
            @Value("${shouwen.wechat.secret:}") String secret,
            @Value("${shouwen.wechat.api-host:https://api.weixin.qq.com}") String host,
            @Value("${shouwen.wechat.answer-millis:20000}") long answerMillis,
            JsonMapper json,
            InstantSource clock) {
        this.http = new PeerHttp(Duration.ofSeconds(5), Duration.ofMillis(answerMillis), LARGEST);
        this.appId = appId.strip();
        this.secret = secret.strip();
        this.host = host.strip();
        this.json = json;
        this.clock = clock;
    }

    boolean there() {
        return !appId.isEmpty() && !secret.isEmpty();
    }

    /**
     * Posts to a path under {@code /cgi-bin}; once more with a new token when the old one is no longer good.
     *
     * @return what was answered; {@code errcode} 0 or none is well
     * @throws IOException when the platform is not there, or gives no token
     */
    JsonNode post(String path, Map<String, ?> body) throws IOException {
        JsonNode answer = once(path, body);
        int code = answer.path("errcode").asInt(0);
        if (code != TOKEN_EXPIRED && code != TOKEN_WRONG) return answer;
        token = null;
        return once(path, body);
    }

    private JsonNode once(String path, Map<String, ?> body) throws IOException {
        return sent(HttpRequest.newBuilder(URI.create(host + "/cgi-bin/" + path + "?access_token=" + token()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private String token() throws IOException {
        Token t = token;
        Instant now = clock.instant();
        if (t != null && now.isBefore(t.until())) return t.text();
        // not /cgi-bin/token, by which each asker ends the token of the one before
        JsonNode answer = sent(HttpRequest.newBuilder(URI.create(host + "/cgi-bin/stable_token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(
                        Map.of("grant_type", "client_credential", "appid", appId, "secret", secret)))));
        String text = answer.path("access_token").asString("");
        if (text.isEmpty())
            throw new IOException("no token: " + answer.path("errcode").asInt(0));
        token = new Token(
                text, now.plusSeconds(Math.max(60, answer.path("expires_in").asInt(7200) - 300)));
        return text;
    }

    private JsonNode sent(HttpRequest.Builder request) throws IOException {
        try {
            return json.readTree(answer(request).body());
        } catch (tools.jackson.core.JacksonException e) {
            throw new IOException("no JSON", e);
        }
    }

    /**
     * A file of the platform.
     *
     * @throws IOException when the platform is not there, or gives no token
     */
    HttpResponse<byte[]> media(String id) throws IOException {
        return answer(HttpRequest.newBuilder(URI.create(host + "/cgi-bin/media/get?access_token=" + token()
                + "&media_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))));
    }

    /** The next call asks for a new token. */
    void forgetToken() {
        token = null;
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.ask(request.build());
            if (answer.statusCode() / 100 != 2) throw new IOException("HTTP " + answer.statusCode());
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
