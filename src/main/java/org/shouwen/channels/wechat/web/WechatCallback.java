package org.shouwen.channels.wechat.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.shouwen.channels.wechat.WechatDoor;
import org.shouwen.problems.Busy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The address that stands in the official account's settings (服务器地址). */
@RestController
class WechatCallback {
    private static final int MOST = 256 * 1024;
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final WechatDoor door;

    WechatCallback(WechatDoor door) {
        this.door = door;
    }

    /** The platform asks whether the address is ours: it gets its own word back. */
    @GetMapping("/api/channels/wechat")
    ResponseEntity<String> asks(
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String timestamp,
            @RequestParam(defaultValue = "") String nonce,
            @RequestParam(defaultValue = "") String echostr) {
        if (!door.asks(signature, timestamp, nonce))
            return ResponseEntity.status(404).build();
        return ResponseEntity.ok().contentType(TEXT).body(echostr);
    }

    @PostMapping("/api/channels/wechat")
    ResponseEntity<String> take(
            @RequestParam(name = "msg_signature", defaultValue = "") String signature,
            @RequestParam(defaultValue = "") String timestamp,
            @RequestParam(defaultValue = "") String nonce,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) return ResponseEntity.status(413).build();
        try {
            return door.take(signature, timestamp, nonce, new String(body, StandardCharsets.UTF_8))
                    .map(answer -> ResponseEntity.ok().contentType(TEXT).body(answer))
                    .orElseGet(() -> ResponseEntity.status(404).build());
        } catch (Busy e) {
            return ResponseEntity.status(503).build();
        }
    }
}
