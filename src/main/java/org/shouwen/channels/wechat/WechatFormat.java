package org.shouwen.channels.wechat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.shouwen.identity.Identity;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Reading;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Component;

/** A message to the official account, decrypted: text, what the platform heard in a voice, a place, a picture. */
@Component
class WechatFormat implements InboundFormat {
    static final String SOURCE = "wechat";

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String channel() {
        return "wechat";
    }

    @Override
    public Identity sender(String typed) {
        if (!typed.matches("[A-Za-z0-9_-]{6,100}")) throw new BadInput("sender", "problems.field.unknown", typed);
        return new Identity("", null, "", "", "wechat:" + typed);
    }

    @Override
    public Reading read(InboundMessage message) {
        Map<String, String> f = WechatXml.read(new String(message.raw(), StandardCharsets.UTF_8));
        String from = f.getOrDefault("FromUserName", "");
        if (!from.matches("[A-Za-z0-9_-]{6,100}")) throw new Unreadable("no-sender");
        Identity sender = sender(from);
        return switch (f.getOrDefault("MsgType", "")) {
            case "text" -> words(sender, f.getOrDefault("Content", ""), "");
            case "voice" -> media(sender, heard(f.getOrDefault("Recognition", "")), "语音消息，文字由微信识别。", f);
            case "image" -> media(sender, "（图片，没有文字）", "图片消息。", f);
            case "location" ->
                words(
                        sender,
                        "位置：" + f.getOrDefault("Label", "") + "（纬度 " + f.getOrDefault("Location_X", "") + "，经度 "
                                + f.getOrDefault("Location_Y", "") + "）",
                        "");
            case "event" -> event(sender, f.getOrDefault("Event", ""));
            case "video", "shortvideo", "link" ->
                words(sender, "（" + f.get("MsgType") + "）" + f.getOrDefault("Title", ""), f.getOrDefault("Url", ""));
            default -> throw new Unreadable("unreadable");
        };
    }

    private static String heard(String recognised) {
        return recognised.isBlank() ? "（语音，平台没有识别出文字）" : recognised;
    }

    private static Reading words(Identity sender, String text, String note) {
        if (text.isBlank()) throw new Unreadable("no-text");
        return new Reading.Said(sender, "", text.strip(), 0, null, List.of(), note);
    }

    /** A picture or a voice, which is fetched afterwards; its own name at the platform stands in the note for the desk. */
    private static Reading media(Identity sender, String text, String note, Map<String, String> f) {
        String media = f.getOrDefault("MediaId", "");
        boolean known = media.matches("[A-Za-z0-9_-]{1,200}");
        return new Reading.Said(
                sender, "", text, 0, null, List.of(), note + "媒体编号：" + media, "", known ? List.of(media) : List.of());
    }

    /** Whoever leaves the account can be told nothing there any more, as after the word for it. */
    private static Reading event(Identity sender, String event) {
        return switch (event) {
            case "unsubscribe" -> Reading.Said.words(sender, "退订", 0);
            case "subscribe" -> Reading.Said.words(sender, "恢复订阅", 0);
            default -> new Reading.Nothing("event");
        };
    }
}
