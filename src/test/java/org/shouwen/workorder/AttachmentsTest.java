package org.shouwen.workorder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos, recordings and scans with any step, from the agent's call to the unit's report. */
class AttachmentsTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    private static FilePayload photo(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }

    /** A second of silence. */
    private static FilePayload recording() {
        ByteBuffer wav = ByteBuffer.allocate(44 + 8000).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 8000);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wav.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(8000);
        return new FilePayload("来电录音.wav", "audio/wav", wav.array());
    }

    @Test
    void with_the_call_with_the_report_and_by_themselves() throws Exception {
        clock.set("2026-11-23T10:00");
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=content]", "附件核对：单元门坏了，来电人发来照片");
        agent.check("[name=kind][value=livelihood]");
        agent.setInputFiles(
                "[name=photo]",
                new FilePayload("a.jpg", "image/jpeg", "<html>no picture".getBytes(StandardCharsets.UTF_8)));
        agent.click("details[name=outcome] summary:has-text('形成工单')");
        agent.click("button[value=order]");
        assertThat(agent.locator("#error-photo")).isVisible();
        assertThat(agent.locator("[name=content]")).hasValue("附件核对：单元门坏了，来电人发来照片");
        agent.setInputFiles("[name=photo]", new FilePayload[] {photo("门.jpg"), recording()});
        shot(agent, "intake-attach");
        agent.click("details[name=outcome] summary:has-text('形成工单')"); // shut, as what was wrong lay outside it
        agent.click("button[value=order]");
        agent.waitForURL("**/desk/intake/done");
        String number = jdbc.sql("select number from intake.appeal where content like '附件核对%'")
                .query(String.class)
                .single();
        agent.navigate("/appeals/" + number);
        assertThat(agent.locator(".sw-photos img")).hasCount(1);
        assertThat(agent.locator(".sw-photos audio")).hasCount(1);
        Object seconds = agent.evaluate("""
                async () => { const a = document.querySelector('.sw-photos audio'); a.preload = 'metadata'; a.load();
                  await new Promise((ok, no) => { a.onloadedmetadata = ok; a.onerror = () => no(a.error.message); }); return a.duration; }""");
        assertThat(((Number) seconds).doubleValue()).isEqualTo(1.0);

        Page desk = as("dispatcher");
        desk.navigate("/orders/" + number);
        desk.selectOption("[name=lead]", "housing");
        desk.click("button:text-is('派出')");
        Page unit = as("housing");
        unit.navigate("/orders/" + number);
        unit.click("button:text-is('接收')");
        unit.locator("details:has(form[action$=reports])").evaluate("d => d.open = true");
        unit.locator("form[action$=reports] [name=leaderActed]").fill("分管领导到场");
        unit.locator("form[action$=reports] [name=attached]").setInputFiles(photo("半途.jpg"));
        unit.locator("form[action$=reports]").evaluate("f => { f.noValidate = true; f.submit(); }");
        unit.waitForLoadState();
        assertThat(unit.locator(".sw-problem")).isVisible();
        unit.locator("form[action$=reports] [name=investigation]").fill("闭门器断裂");
        unit.locator("form[action$=reports] [name=resolution]").fill("已更换");
        unit.locator("form[action$=reports] [name=appellantSaid]").fill("满意");
        unit.locator("form[action$=reports] [name=answeredAt]").fill("2026-11-23T10:00");
        unit.locator("form[action$=reports] [name=answeredHow]").fill("电话");
        unit.locator("form[action$=reports] [name=attached]").setInputFiles(photo("修好.jpg"));
        unit.locator("form[action$=reports] button[type=submit]").click();
        assertThat(unit.locator(".sw-way .sw-photos img")).hasCount(1);
        assertThat(unit.locator(".sw-way img[alt='修好.jpg']")).isVisible();
        unit.click("summary:has-text('添加附件')");
        unit.locator("form[action$=attachments] [name=attached]").setInputFiles(photo("后来.jpg"));
        unit.locator("form[action$=attachments] button[type=submit]").click();
        assertThat(unit.locator(".sw-way .sw-photos img")).hasCount(2);
        shot(unit, "order-attachments");
        Page other = as("heating");
        String src = unit.locator(".sw-way img[alt='修好.jpg']").getAttribute("src");
        assertThat(other.request().get(src).status()).isEqualTo(404);
        assertThat(jdbc.sql("""
                                select body::text from history.entry e join workorder.work_order o on o.id = e.subject_id
                                where o.number = :n and e.type = 'Attached'
                                """).param("n", number).query(String.class).list())
                .hasSize(2)
                .noneMatch(b -> b.contains("半途"));
        assertThat(verification.findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }
}
