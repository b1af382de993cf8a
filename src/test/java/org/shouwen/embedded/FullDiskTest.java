package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A real product on a small disk of its own, which fills: reads go on, writes are refused in words, it recovers by itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FullDiskTest extends RealProcesses {
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeAll
    void aSmallDisk() throws Exception {
        Files.createDirectories(home);
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=700m,mode=700", "tmpfs", home.toString()),
                "no disk of its own");
    }

    @AfterAll
    void takeItAway() throws Exception {
        stopAll();
        ran("umount", "-l", home.toString());
    }

    private static boolean ran(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Fills the disk until so many bytes are left. */
    private void fill(long left) throws IOException {
        Path filler = home.resolve("filler-" + left);
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(home).getUsableSpace() > left) {
                long more = Math.min(megabyte.length, Files.getFileStore(home).getUsableSpace() - left);
                out.write(megabyte, 0, (int) Math.max(1, more));
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private HttpResponse<String> asked() throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/api/v1/portal/appeals"))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "zh-CN")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"livelihood\",\"content\":\"路灯不亮\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void isRefusedInWords() throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> asked().statusCode() == 503);
        HttpResponse<String> program = asked();
        assertThat(program.statusCode()).isEqualTo(503);
        assertThat(program.headers().firstValue("Retry-After")).contains("60");
        assertThat(program.body()).contains("disk-full").contains("磁盘已满").contains("没有保存");
        HttpResponse<String> person = http.send(
                HttpRequest.newBuilder(uri("/ask/livelihood"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("kind=livelihood&content=正在打字"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(person.statusCode()).isEqualTo(503);
        assertThat(person.body()).contains("暂时只能查看").contains("正在打字").contains("再次提交");
    }

    private void isRead() throws Exception {
        for (String page : List.of("/", "/sign-in", "/ask/livelihood", "/health/live"))
            assertThat(open(http, page).statusCode()).as(page).isEqualTo(200);
    }

    @Test
    @Order(1)
    void with_little_room_left_reads_go_on_and_writes_are_refused_in_words() throws Exception {
        awaitUp(start(home, port));
        acknowledged.addAll(post(5));
        isRead();
        fill(40L << 20);
        isRefusedInWords();
        isRead();
    }

    @Test
    @Order(2)
    void with_none_left_reads_still_go_on() throws Exception {
        fill(0);
        assertThat(Files.getFileStore(home).getUsableSpace()).isLessThan(1 << 20);
        isRefusedInWords();
        isRead();
    }

    @Test
    @Order(3)
    void with_room_again_everything_is_taken_by_itself_and_nothing_is_lost() throws Exception {
        Process app = running();
        for (String name : List.of("filler-0", "filler-" + (40L << 20))) Files.delete(home.resolve(name));
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> asked().statusCode() == 201);
        acknowledged.addAll(post(5));
        assertThat(found(acknowledged)).isEqualTo(10);
        assertThat(running().pid()).isEqualTo(app.pid());
        assertThat(output(app)).doesNotContain("\tat ");
    }
}
