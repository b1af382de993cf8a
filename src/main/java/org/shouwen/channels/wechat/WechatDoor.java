package org.shouwen.channels.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.notification.Address;
import org.shouwen.notification.Carrier;
import org.shouwen.notification.DeliveryReports;
import org.shouwen.notification.Threads;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** What the platform tells of the account's users: checked, decrypted, kept; menus are answered at once. */
@Service
public class WechatDoor {
    private static final Duration SHOWN = Duration.ofDays(180);

    private final Inbox inbox;
    private final DeliveryReports reports;
    private final Threads threads;
    private final Appeals appeals;
    private final OwnAppeals own;
    private final InstantSource clock;
    private final @Nullable WechatCrypto crypto;

    WechatDoor(
            Inbox inbox,
            DeliveryReports reports,
            Threads threads,
            Appeals appeals,
            OwnAppeals own,
            InstantSource clock,
            @Value("${shouwen.wechat.token:}") String token,
            @Value("${shouwen.wechat.aes-key:}") String aesKey,
            @Value("${shouwen.wechat.app-id:}") String appId) {
        this.inbox = inbox;
        this.reports = reports;
        this.threads = threads;
        this.appeals = appeals;
        this.own = own;
        this.clock = clock;
        this.crypto = token.isBlank() || aesKey.isBlank()
                ? null
                : new WechatCrypto(token.strip(), aesKey.strip(), appId.strip());
    }

    /** Whether the platform's question for the address is its own. */
    public boolean asks(String signature, String timestamp, String nonce) {
        return crypto != null && crypto.signed(signature, timestamp, nonce);
    }

    /**
     * A message or event.
     *
     * @param body as it came
     * @return what to answer; empty when the platform did not send it
     * @throws org.shouwen.problems.Busy when too much waits: the platform sends it again
     */
    public Optional<String> take(String signature, String timestamp, String nonce, String body) {
        WechatCrypto c = crypto;
        if (c == null) return Optional.empty();
        try {
            String sealed = WechatXml.read(body).getOrDefault("Encrypt", "");
            if (!c.signed(signature, timestamp, nonce, sealed)) return Optional.empty();
            return Optional.of(taken(c, c.decrypted(sealed)));
        } catch (WechatCrypto.Forged | InboundFormat.Unreadable e) {
            return Optional.empty();
        }
    }

    private String taken(WechatCrypto c, String xml) {
        byte[] raw = xml.getBytes(StandardCharsets.UTF_8);
        Map<String, String> f;
        try {
            f = WechatXml.read(xml);
        } catch (InboundFormat.Unreadable e) { // the platform's own, and still no XML: for a person to see
            inbox.reject(new InboundMessage(WechatFormat.SOURCE, xml, null, raw), "unreadable");
            return "success";
        }
        String event = f.getOrDefault("Event", "");
        if (event.equals("TEMPLATESENDJOBFINISH")) return report(f);
        String id = f.getOrDefault("MsgId", "");
        if (id.isEmpty())
            id = f.getOrDefault("FromUserName", "") + " " + f.getOrDefault("CreateTime", "") + " " + event;
        inbox.take(new InboundMessage(WechatFormat.SOURCE, id, at(f.get("CreateTime")), raw));
        return event.equals("CLICK") ? sealed(c, f, menu(f)) : "success";
    }

    private String report(Map<String, String> f) {
        String status = f.getOrDefault("Status", "");
        reports.reported(
                Carrier.Way.WECHAT,
                f.getOrDefault("MsgID", ""),
                status.equals("success"),
                status.replaceAll("[^a-zA-Z: ]", ""),
                at(f.get("CreateTime")));
        return "success";
    }

    private static @Nullable Instant at(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{9,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
    }

    /** Ask, look up, rate; each is done by writing afterwards. */
    private String menu(Map<String, String> f) {
        Address from = Address.wechat(f.getOrDefault("FromUserName", ""));
        return switch (f.getOrDefault("EventKey", "")) {
            case "lookup" -> {
                List<String> numbers = threads.since(from, clock.instant().minus(SHOWN));
                String lines = appeals.all(numbers).stream()
                        .map(a -> a.number() + (own.closed(a) ? " 已办结" : " 办理中"))
                        .collect(Collectors.joining("\n"));
                yield lines.isEmpty() ? "还没有查到您在这里反映的事项。" : lines;
            }
            case "rate" -> "请直接回复“满意”或“不满意”，评价最近告知您结果的事项；也可以写上编号和原因。";
            default -> "请直接写下您要反映的事、地点和时间，也可以发语音、图片和位置。紧急险情请拨打 110、119 或 120。";
        };
    }

    private String sealed(WechatCrypto c, Map<String, String> f, String words) {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        String sealed = c.encrypted("<xml><ToUserName>" + WechatXml.cdata(f.getOrDefault("FromUserName", ""))
                + "</ToUserName><FromUserName>" + WechatXml.cdata(f.getOrDefault("ToUserName", ""))
                + "</FromUserName><CreateTime>" + seconds + "</CreateTime><MsgType>" + WechatXml.cdata("text")
                + "</MsgType><Content>" + WechatXml.cdata(words) + "</Content></xml>");
        String nonce = Long.toString(clock.millis());
        return "<xml><Encrypt>" + WechatXml.cdata(sealed) + "</Encrypt><MsgSignature>"
                + WechatXml.cdata(c.signature(seconds, nonce, sealed)) + "</MsgSignature><TimeStamp>" + seconds
                + "</TimeStamp><Nonce>" + WechatXml.cdata(nonce) + "</Nonce></xml>";
    }
}
