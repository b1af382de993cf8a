package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.blobs.BlobStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A slow store holds no row of an appeal: what a message brings lies there before the transaction that names it. */
@ShouwenTest
@Import(LaidBeforeTest.Watched.class)
class LaidBeforeTest {
    /** Of each time that bytes were put: whether a transaction was open. */
    private static final List<Boolean> PUT = new CopyOnWriteArrayList<>();

    @Autowired
    InboundWork work;

    @Autowired
    Inbox inbox;

    @Autowired
    AppealPapers papers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @TestConfiguration
    static class Watched {
        @Bean
        static BeanPostProcessor watchedStore() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof BlobStore store ? watched(store) : bean;
                }
            };
        }
    }

    private static BlobStore watched(BlobStore store) {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("put"))
                        PUT.add(TransactionSynchronizationManager.isActualTransactionActive());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-23T10:00");
        PUT.clear();
    }

    @Test
    void a_photo_of_a_new_appeal_and_one_of_an_addition() throws Exception {
        take("a", "heating", 1);
        String number = jdbc.sql("select number from intake.appeal where content like :content")
                .param("content", "三号楼没有暖气 a%")
                .query(String.class)
                .single();
        assertThat(papers.of(number)).hasSize(1);
        assertThat(PUT).startsWith(false);
        PUT.clear();
        take("b", number, 2);
        assertThat(papers.of(number)).as("added").hasSize(2);
        assertThat(PUT).startsWith(false);
    }

    private void take(String id, String subject, int colour) throws IOException {
        inbox.take(new InboundMessage("mail", "<" + id + "@example.invalid>", null, mail(id, subject, colour)));
        work.run();
    }

    private static byte[] mail(String id, String subject, int colour) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, colour);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        ImageIO.write(image, "png", photo);
        Base64.Encoder base64 = Base64.getMimeEncoder();
        return ("From: <wang@example.invalid>\r\nTo: hotline@city.invalid\r\nSubject: " + subject + "\r\n"
                        + "Message-ID: <" + id + "@example.invalid>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + base64.encodeToString(("三号楼没有暖气 " + id).getBytes(StandardCharsets.UTF_8))
                        + "\r\n--b\r\nContent-Type: image/png; name=\"a.png\"\r\nContent-Disposition: attachment\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodeToString(photo.toByteArray())
                        + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
