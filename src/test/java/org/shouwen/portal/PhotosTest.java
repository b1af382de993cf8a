package org.shouwen.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos from the phone to the unit: checked by content, hashed into the history, and silent about where they were taken. */
class PhotosTest extends BrowserTest {
    private static final String CAMERA = "GPS 40.1247N 124.3832E";

    @Autowired
    Appeals appeals;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    OrderFiles orderFiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    private static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillOval(100, 100, 500, 400);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        byte[] plain = out.toByteArray();
        byte[] comment = CAMERA.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer with = ByteBuffer.allocate(plain.length + comment.length + 4);
        with.put(plain, 0, 2).put((byte) 0xFF).put((byte) 0xFE).putShort((short) (comment.length + 2));
        with.put(comment).put(plain, 2, plain.length - 2);
        return with.array();
    }

    /** A picture that says it is 30,000 pixels wide and high. */
    private static byte[] bomb() {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(30_000).putInt(30_000).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "image/jpeg", bytes);
    }

    @Test
    void from_the_phone_to_the_unit_and_nothing_else_comes_along() throws Exception {
        Page person = page(390, 844);
        person.navigate("/ask/livelihood");
        person.fill("[name=content]", "小区门口有个大坑，照片里可以看到");
        for (FilePayload bad : new FilePayload[] {
            file("a.jpg", "<script>alert(1)</script><html>".getBytes(StandardCharsets.UTF_8)), file("b.png", bomb())
        }) {
            person.setInputFiles("[name=photo]", bad);
            person.evaluate("document.getElementById('ask').submit()");
            person.waitForLoadState();
            assertThat(person.locator("#error-photo")).isVisible();
            assertThat(person.locator("[name=content]")).hasValue("小区门口有个大坑，照片里可以看到");
        }
        person.setInputFiles("[name=photo]", file("坑.jpg", jpeg()));
        shot(person, "portal-photo");
        person.evaluate("document.getElementById('ask').submit()");
        person.waitForURL("**/ask/sent");
        String number = jdbc.sql("select number from intake.appeal where content like '小区门口有个大坑%'")
                .query(String.class)
                .single();
        person.navigate("/lookup/" + number);
        assertThat(person.locator(".sw-photos img")).isVisible();
        Object width = person.evaluate("""
                async () => { const i = document.querySelector('.sw-photos img'); await i.decode(); return i.naturalWidth; }""");
        assertThat(width).isEqualTo(240);
        assertThat(verification.findings()).isEmpty();

        assertThat(jdbc.sql("select count(*) from history.entry where body like '%坑.jpg%'")
                        .query(Long.class)
                        .single())
                .as("people name files after themselves")
                .isZero();
        Page agent = as("agent");
        agent.navigate("/desk/appeals/" + number);
        assertThat(agent.locator(".sw-photos img")).isVisible();
        CurrentUser desk = new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER));
        intake.decide(number, new Disposition.Ordered(null, null, null), null, desk, null)
                .orThrow();
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), desk, null)
                .orThrow();

        String id = jdbc.sql("select id from papers.paper where subject = :s")
                .param("s", "appeal/" + number)
                .query(String.class)
                .single();
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator(".sw-photos img")).isVisible();
        shot(unit, "order-photo");
        APIResponse seen = unit.request().get("/orders/" + number + "/appeal-papers/" + id);
        assertThat(seen.ok()).isTrue();
        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1)).doesNotContain(CAMERA);
        assertThat(ImageIO.read(new ByteArrayInputStream(seen.body())).getWidth())
                .isEqualTo(800);
        assertThat(seen.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(unit.request().get("/appeals/" + number + "/papers/" + id).status())
                .isEqualTo(403);
        Page other = as("housing");
        assertThat(other.request()
                        .get("/orders/" + number + "/appeal-papers/" + id)
                        .status())
                .isEqualTo(404);
        Page stranger = page();
        assertThat(stranger.request().get("/lookup/" + number + "/papers/" + id).status())
                .isEqualTo(404);
        APIResponse original = agent.request().get("/appeals/" + number + "/papers/" + id);
        assertThat(new String(original.body(), StandardCharsets.ISO_8859_1)).contains(CAMERA);

        PaperRef ofTheDesk = orderFiles
                .keep(number, "file", "现场", List.of(new Papers.File("现场.jpg", jpeg())), desk.actor())
                .getFirst();
        orders.act(number, new Command.Attach(List.of(ofTheDesk)), desk, null).orThrow();
        String path = "/orders/" + number + "/papers/" + ofTheDesk.id();
        assertThat(new String(unit.request().get(path).body(), StandardCharsets.ISO_8859_1))
                .as("nor from what officers attach")
                .isNotEmpty()
                .doesNotContain(CAMERA);
        assertThat(new String(agent.request().get(path).body(), StandardCharsets.ISO_8859_1))
                .contains(CAMERA);

        jdbc.sql("update papers.paper set sha256 = repeat('0', 64) where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(verification.findings()).anyMatch(f -> f.contains("attached"));
        assertThat(scriptErrors).isEmpty();
    }
}
