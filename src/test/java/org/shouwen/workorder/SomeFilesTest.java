package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Citizen;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that can not be taken is named, and costs neither the others nor what was typed. */
@ShouwenTest
class SomeFilesTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private String inHand() {
        return jdbc.sql(
                        "select number from workorder.work_order where state = 'IN_HAND' and lead_unit = 'heating' limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void an_officer_s_note_keeps_the_good_file_and_the_page_names_the_bad_one() throws Exception {
        ScreenClient unit = ScreenClient.as(port, "heating");
        String order = "/orders/" + inHand();
        HttpResponse<String> sent = unit.upload(
                order + "/notes",
                Map.of("text", "已到现场"),
                List.of(
                        new ScreenClient.Upload("attached", "现场记录.pdf", PDF),
                        new ScreenClient.Upload("attached", "程序.exe", new byte[] {'M', 'Z', 0, 1})));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        String page = unit.get(order).body();
        assertThat(page).contains("已到现场", "现场记录.pdf", "程序.exe");
        assertThat(jdbc.sql("select count(*) from papers.paper where name = '程序.exe'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_form_with_bad_files_only_says_so_and_keeps_the_text() throws Exception {
        ScreenClient unit = ScreenClient.as(port, "heating");
        HttpResponse<String> sent = unit.upload(
                "/orders/" + inHand() + "/notes", Map.of("text", "写了很久的话"), "attached", "程序.exe", new byte[] {
                    'M', 'Z', 0, 1
                });
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("写了很久的话", "程序.exe");
    }

    @Test
    void a_photo_of_twelve_megabytes_is_named_without_script_and_the_text_stays() throws Exception {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", drawn);
        byte[] small = drawn.toByteArray();
        byte[] large = new byte[12 * 1024 * 1024];
        System.arraycopy(small, 0, large, 0, small.length);
        ScreenClient citizen = ScreenClient.nobody(port);
        HttpResponse<String> sent = citizen.upload(
                "/ask/livelihood",
                Map.of(
                        "key",
                        new Citizen(port).hidden("/ask/livelihood").get("key"),
                        "content",
                        "井盖松动写了很多字",
                        "location",
                        "示例路1号",
                        "name",
                        "李示例",
                        "phone",
                        "13900000011"),
                List.of(
                        new ScreenClient.Upload("photo", "近景.jpg", small),
                        new ScreenClient.Upload("photo", "远景.jpg", large)));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(citizen.get(sent.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("远景.jpg");
        assertThat(jdbc.sql("select count(*) from papers.paper where type = 'image/jpeg'")
                        .query(Integer.class)
                        .single())
                .as("the other one is kept")
                .isEqualTo(1);
    }

    @Test
    void what_an_appellant_said_is_read_and_an_objection_ruled_on_through_the_api()
            throws IOException, InterruptedException {
        ApiClient agent = ApiClient.of(port, accounts, "remarks", Role.AGENT, null);
        assertThat(agent.get("/api/v1/appeals/remarks").status()).isEqualTo(200);
        assertThat(agent.get("/api/v1/appeals/closing-objections").status()).isEqualTo(200);
        String none = "00000000-0000-0000-0000-000000000000";
        String appeal = jdbc.sql("select number from intake.appeal limit 1")
                .query(String.class)
                .single();
        assertThat(agent.post("/api/v1/appeals/" + appeal + "/remarks/" + none + "/readings", "")
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("/api/v1/appeals/" + appeal + "/closing-objections/" + none + "/rulings", "{}")
                        .text("/fields/0/field"))
                .isEqualTo("upheld");
        assertThat(Set.of(404, 409))
                .contains(agent.post(
                                "/api/v1/appeals/" + appeal + "/closing-objections/" + none + "/rulings",
                                "{\"upheld\":true,\"reason\":\"x\"}")
                        .status());
    }
}
