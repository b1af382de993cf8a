package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever brings the sound of a call never waits for the recogniser, and nothing of the call rests on it. */
class ListeningTest {
    private static void frames(Listening side, long to) {
        for (long at = 0; at < to; at += 20) side.frame(new byte[320], at);
    }

    @Test
    void a_recogniser_that_is_slow_is_left_behind_and_what_it_missed_is_counted() {
        CountDownLatch goOn = new CountDownLatch(1);
        Listening behind = new Listening(
                new SpeechRecogniser.Ear() {
                    @Override
                    public void frame(byte[] pcm, long atMs) {
                        try {
                            goOn.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    public void close() {}
                },
                UUID.randomUUID());
        frames(behind, 10_000);
        assertThat(behind.leftOut()).isBetween(390L, 400L);
        goOn.countDown();
        behind.close();
    }

    @Test
    void a_recogniser_that_fails_is_closed_and_asked_no_more() {
        CountDownLatch closed = new CountDownLatch(1);
        Listening failed = new Listening(
                new SpeechRecogniser.Ear() {
                    @Override
                    public void frame(byte[] pcm, long atMs) {
                        throw new IllegalStateException("somebody else's program");
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                },
                UUID.randomUUID());
        frames(failed, 20);
        Awaitility.await().until(() -> closed.getCount() == 0);
        frames(failed, 10_000);
        failed.close();
    }
}
