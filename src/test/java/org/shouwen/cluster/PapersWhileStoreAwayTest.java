package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.attachments.Papers;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.workorder.OrderFiles;
import org.springframework.beans.factory.annotation.Autowired;

/** The place for files does not answer: what offices and mails bring is taken or told, and its files come later. */
class PapersWhileStoreAwayTest extends WhileStoreAway {
    @Autowired
    Cases cases;

    @Autowired
    Papers all;

    @Autowired
    Inbox inbox;

    @Test
    void a_letter_is_taken_in_and_its_picture_comes_by_itself() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        String letter = place(agent.upload("/letters", Map.of(), "scan", "信.png", photo(1)));
        away();
        String content = "楼道里的灯坏了三个月";
        HttpResponse<String> taken = agent.post(letter, Map.of("content", content, "name", "张三"));
        String number = number(place(taken));
        assertThat(agent.get("/appeals/" + number).body()).contains("原件图片现在存不上", content);
        assertThat(agent.get("/letters").body()).as("nobody takes it in again").doesNotContain(letter);
        assertThat(agent.post(letter, Map.of("content", content)).statusCode()).isEqualTo(404);
        run("letter-pictures");
        assertThat(papers.of(number)).isEmpty();
        back();
        run("letter-pictures");
        run("letter-pictures");
        assertThat(papers.of(number)).hasSize(1);
        assertThat(times(content)).isEqualTo(1);
    }

    @Test
    void a_unit_is_told_that_its_report_was_not_sent_and_why_and_sends_the_same_page_again() throws Exception {
        String number = cases.aCase().dispatchedTo("heating").number();
        ScreenClient unit = ScreenClient.as(port, "heating");
        unit.post("/orders/" + number + "/receipts", Map.of());
        String path = "/orders/" + number + "/contacts";
        Map<String, String> typed = new HashMap<>(Map.of("contactedAt", "2026-09-30T08:00", "how", "电话"));
        typed.put("said", "说今晚还是不热，请快些");
        away();
        HttpResponse<String> sent = unit.upload(path, typed, "attached", "现场.png", photo(5));
        assertThat(sent.statusCode()).isEqualTo(503);
        assertThat(sent.body()).contains("存放文件的地方暂时没有回应", "还没有提交", "说今晚还是不热，请快些");
        assertThat(unit.get("/orders/" + number).body()).doesNotContain("说今晚还是不热，请快些");
        back();
        assertThat(unit.upload(path, typed, "attached", "现场.png", photo(5)).statusCode())
                .isEqualTo(302);
        assertThat(all.of(OrderFiles.subject(number))).hasSize(1);
        assertThat(unit.get("/orders/" + number).body()).contains("说今晚还是不热，请快些");
    }

    @Test
    void what_is_handed_over_at_the_counter_is_taken_and_the_slip_names_the_file() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        Map<String, String> form = new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "channel",
                "visit",
                "kind",
                "livelihood",
                "title",
                "电梯停了",
                "content",
                "二单元电梯停了一周",
                "location",
                "示例小区",
                "phone",
                "13800000004"));
        away();
        HttpResponse<String> sent = agent.upload("/desk/counter", form, "photo", "照片.png", photo(6));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String page = agent.get("/desk/counter/receipt").body();
        assertThat(page).contains("诉求已经收下", "照片.png", LEFT);
        back();
        agent.upload("/desk/counter", form, "photo", "照片.png", photo(6));
        assertThat(agent.get("/desk/counter/receipt").body()).doesNotContain(LEFT);
        assertThat(times("二单元电梯停了一周")).isEqualTo(1);
        assertThat(papers.of(number(page))).hasSize(1);
    }

    @Test
    void a_mail_with_a_photo_waits_as_long_as_it_takes_and_is_never_a_reject() throws Exception {
        clock.set("2026-11-23T10:00");
        String content = "三号楼没有暖气，附照片。";
        inbox.take(new InboundMessage("mail", "<a@example.invalid>", null, mail(content)));
        away();
        for (int i = 0; i < 12; i++) {
            run("inbound");
            clock.pass(Duration.ofMinutes(3));
        }
        assertThat(state()).isEqualTo("NEW");
        assertThat(times(content)).as("its words are taken").isEqualTo(1);
        back();
        run("inbound");
        assertThat(state()).isEqualTo("DONE");
        assertThat(times(content)).isEqualTo(1);
        String number = jdbc.sql("select number from intake.appeal where content = :content")
                .param("content", content)
                .query(String.class)
                .single();
        assertThat(papers.of(number)).hasSize(1);
    }

    private String state() {
        return jdbc.sql("select state from inbound.received where source = 'mail'")
                .query(String.class)
                .single();
    }

    private static byte[] mail(String content) throws IOException {
        Base64.Encoder base64 = Base64.getMimeEncoder();
        return ("From: <wang@example.invalid>\r\nTo: hotline@city.invalid\r\nSubject: heating\r\n"
                        + "Message-ID: <a@example.invalid>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + base64.encodeToString(content.getBytes(StandardCharsets.UTF_8))
                        + "\r\n--b\r\nContent-Type: image/png; name=\"a.png\"\r\nContent-Disposition: attachment\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodeToString(photo(7))
                        + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
