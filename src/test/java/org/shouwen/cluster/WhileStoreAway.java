package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A product whose place for files can be taken away and brought back. */
@ShouwenTest
abstract class WhileStoreAway {
    static final String LEFT = "现在存不上";
    private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{6}");

    /** One for all classes, as they share one product. */
    private static final Path FOLDER =
            Path.of("target", "store-away-" + ProcessHandle.current().pid()).toAbsolutePath();

    @LocalServerPort
    int port;

    @Autowired
    AppealPapers papers;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void shared(DynamicPropertyRegistry registry) {
        registry.add("shouwen.store", () -> FOLDER.resolve("shared").toString());
    }

    static Path place() {
        return FOLDER.resolve("shared/papers");
    }

    /** A file where its folder should be: nothing can be written there. */
    static void away() throws IOException {
        if (Files.isDirectory(place())) Files.move(place(), FOLDER.resolve("kept"));
        Files.createDirectories(place().getParent());
        Files.writeString(place(), "");
    }

    @AfterEach
    void back() throws IOException {
        if (!Files.isRegularFile(place())) return;
        Files.delete(place());
        if (Files.isDirectory(FOLDER.resolve("kept"))) Files.move(FOLDER.resolve("kept"), place());
    }

    void run(String name) {
        jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    static byte[] photo(int colour) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, colour);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static String place(HttpResponse<String> answer) {
        String to = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return URI.create(to).getPath();
    }

    static String number(String page) {
        Matcher m = NUMBER.matcher(page);
        assertThat(m.find()).as(page).isTrue();
        return m.group();
    }

    long times(String content) {
        return jdbc.sql("select count(*) from intake.appeal where content = :content")
                .param("content", content)
                .query(Long.class)
                .single();
    }
}
