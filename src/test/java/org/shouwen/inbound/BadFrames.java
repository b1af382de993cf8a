package org.shouwen.inbound;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** Bytes that are no message of any channel. */
final class BadFrames {
    /** What strangers' programs send, and what chance makes of it. */
    static final Map<String, byte[]> ALL = Map.ofEntries(
            Map.entry("nothing", new byte[0]),
            Map.entry("one zero", new byte[1]),
            Map.entry("zeros", new byte[4096]),
            Map.entry("chance", chance(4096)),
            Map.entry("half a JSON", bytes("{\"id\":\"1\",\"from\":\"139")),
            Map.entry("a JSON list", bytes("[[[[{}]]]]")),
            Map.entry("deep JSON", bytes("{\"a\":".repeat(20_000))),
            Map.entry("half XML", bytes("<xml><MsgType>text</MsgType><Content><![CDATA[x")),
            Map.entry(
                    "XML with an entity",
                    bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>")),
            Map.entry("deep XML", bytes("<a>".repeat(20_000))),
            Map.entry("a head alone", bytes("From: ")),
            Map.entry(
                    "a mail without its end",
                    bytes("From: a@b.cn\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: te")),
            Map.entry(
                    "a mail of parts in parts",
                    bytes("From: a@b.cn\r\n"
                            + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n".repeat(2000))),
            Map.entry(
                    "a mail of an unknown character set",
                    bytes("From: a@b.cn\r\nContent-Type: text/plain; charset=klingon\r\n\r\n\u00c4\u00d6")),
            Map.entry("a long line", bytes("a".repeat(1_000_000))));

    private BadFrames() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] chance(int length) {
        byte[] bytes = new byte[length];
        new Random(8890).nextBytes(bytes);
        return bytes;
    }

    /** A message of a person as an HTTP gateway sends it. */
    static byte[] sms(String from, String text) {
        return "{\"id\":\"x\",\"from\":\"%s\",\"to\":\"10690012345\",\"text\":\"%s\"}"
                .formatted(from, text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
