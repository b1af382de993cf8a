package org.shouwen.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model's real process: what means the same lies near, and whatever becomes of the process, nobody waits long. */
class EmbedderTest {
    @TempDir
    Path home;

    private Embedder embedder = new Embedder(Path.of("nowhere"));

    @BeforeEach
    void brought() throws Exception {
        BroughtModel.assumed();
        embedder = new Embedder(home);
        BroughtModel.keep(embedder, home);
    }

    @AfterEach
    void ended() {
        embedder.end();
    }

    private byte[] of(String words) {
        return embedder.await(embedder.question(words), Duration.ofSeconds(10)).orElseThrow();
    }

    private static double cosine(byte[] a, byte[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) dot += a[i] * b[i];
        return dot / OnnxModel.SCALE / OnnxModel.SCALE;
    }

    @Test
    void what_means_the_same_in_other_words_lies_nearer_than_what_does_not() {
        byte[] dark = of("小区路灯不亮，晚上走路看不见");
        assertThat(cosine(dark, dark)).isBetween(0.97, 1.03);
        assertThat(cosine(dark, of("巷子里照明坏了，天黑一片漆黑"))).isGreaterThan(0.6);
        assertThat(cosine(dark, of("公交卡余额怎么退"))).isLessThan(0.45);
        assertThat(of("ＷＩＦＩ")).as("capital letters are pieces of the model too").isNotEqualTo(of("龘"));
    }

    @Test
    void texts_keep_their_order_and_a_question_does_not_wait_for_them() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 24; i++) texts.add("暖气片不热，室内温度只有十五度，老人在家很冷。".repeat(8) + i);
        List<List<byte[]>> answered = new ArrayList<>();
        Thread background = Thread.ofPlatform().start(() -> answered.add(embedder.texts(texts)));
        long from = System.nanoTime();
        of("暖气不热");
        long questionNanos = System.nanoTime() - from;
        assertThat(answered).as("the texts are not done").isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !background.isAlive());
        assertThat(answered.getFirst()).hasSize(24).last().isEqualTo(of(texts.getLast()));
        System.out.printf(
                "a question beside texts: %.1f ms; process %d MB%n", questionNanos / 1e6, embedder.residentMb());
    }

    @Test
    void a_silent_process_costs_as_long_as_was_said_and_is_replaced() throws Exception {
        long pid = embedder.pid();
        BroughtModel.silence(embedder, true);
        for (int i = 0; i < 8; i++) {
            long from = System.nanoTime();
            Optional<byte[]> none = embedder.await(embedder.question("路灯"), Duration.ofMillis(20));
            assertThat(none).isEmpty();
            assertThat((System.nanoTime() - from) / 1e6).isLessThan(500);
        }
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> embedder.ready() && embedder.pid() != pid);
        assertThat(of("路灯")).hasSize(512);
    }

    @Test
    void a_process_that_dies_is_started_anew_and_ends_with_the_application() {
        long pid = embedder.pid();
        BroughtModel.kill(embedder);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> embedder.ready() && embedder.pid() != pid);
        long second = embedder.pid();
        embedder.end();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(second).isEmpty());
        assertThat(embedder.ready()).isFalse();
        assertThat(embedder.await(embedder.question("路灯"), Duration.ofSeconds(5)))
                .isEmpty();
        assertThat(embedder.texts(List.of("路灯"))).isEmpty();
    }

    @Test
    void a_model_that_is_brought_is_taken_up_and_one_that_is_taken_away_let_go() throws Exception {
        Embedder other = new Embedder(home.resolve("other"));
        other.look();
        assertThat(other.ready()).isFalse();
        BroughtModel.into(home.resolve("other"));
        other.look();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(other::ready);
        other.look();
        assertThat(other.ready()).as("and kept").isTrue();
        other.drop();
        other.look();
        assertThat(other.ready()).isFalse();
    }

    @Test
    void a_file_that_was_changed_is_not_run() throws Exception {
        embedder.end();
        MeaningFolder folder = MeaningFolder.under(home);
        Path model = folder.file(ModelPart.all().getFirst());
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);
        assertThat(folder.whole()).isFalse();
        assertThat(BroughtModel.into(home).whole()).as("brought anew").isTrue();
    }
}
