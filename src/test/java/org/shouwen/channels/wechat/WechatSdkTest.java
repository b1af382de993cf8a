package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The public SDK as WeChat's side: it seals what people send, and opens what the account answers. */
@ShouwenTest
class WechatSdkTest {
    private static final String TOKEN = "city-token";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String APP = "wx1234567890abcdef";
    private static final WxCryptUtil SDK = new WxCryptUtil(TOKEN, KEY, APP);

    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void account(DynamicPropertyRegistry registry) {
        registry.add("shouwen.wechat.app-id", () -> APP);
        registry.add("shouwen.wechat.secret", () -> "s");
        registry.add("shouwen.wechat.token", () -> TOKEN);
        registry.add("shouwen.wechat.aes-key", () -> KEY);
    }

    private static String field(String xml, String name) {
        Matcher m = Pattern.compile("<" + name + ">(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</" + name + ">")
                .matcher(xml);
        assertThat(m.find()).as(name + " in " + xml).isTrue();
        return m.group(1);
    }

    private HttpResponse<String> sends(String plain) throws Exception {
        String sealed = SDK.encrypt(plain);
        URI address = URI.create("http://localhost:" + port + "/api/channels/wechat?encrypt_type=aes&msg_signature="
                + field(sealed, "MsgSignature") + "&timestamp=" + field(sealed, "TimeStamp") + "&nonce="
                + field(sealed, "Nonce"));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "<xml><ToUserName>gh_city</ToUserName><Encrypt><![CDATA["
                                                + field(sealed, "Encrypt") + "]]></Encrypt></xml>"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String message(String fields) {
        return "<xml><ToUserName><![CDATA[gh_city]]></ToUserName><FromUserName><![CDATA[oSdk_1234567890-xyz]]></FromUserName>"
                + "<CreateTime>1763863100</CreateTime>" + fields + "</xml>";
    }

    @Test
    void what_the_sdk_seals_becomes_an_appeal() throws Exception {
        jdbc.sql("delete from inbound.received").update();
        HttpResponse<String> answer = sends(
                message(
                        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[楼道灯不亮，𠮷祥里 & <三号>]]></Content><MsgId>77001</MsgId>"));
        assertThat(answer.statusCode()).isEqualTo(200);
        jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
        assertThat(jdbc.sql("select a.content from inbound.received r join intake.appeal a on a.number = r.number")
                        .query(String.class)
                        .list())
                .containsExactly("楼道灯不亮，𠮷祥里 & <三号>");
    }

    @Test
    void what_is_answered_at_once_is_opened_by_the_sdk() throws Exception {
        String answer = sends(message("<MsgType>event</MsgType><Event>CLICK</Event><EventKey>ask</EventKey>"))
                .body();
        String opened = SDK.decryptXml(
                field(answer, "MsgSignature"), field(answer, "TimeStamp"), field(answer, "Nonce"), answer);
        assertThat(opened).contains("请直接写下", "oSdk_1234567890-xyz");
    }
}
