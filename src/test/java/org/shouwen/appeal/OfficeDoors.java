package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.channels.exchange.ExchangeDoor110;
import org.shouwen.channels.sms.OperatorDoors;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Ways in over offices and carriers: operators' gateways, scanned letters, and what 110 hands over. */
abstract class OfficeDoors {
    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    ApplicationContext platform;

    @Autowired
    TestClock clock;

    @Value("${shouwen.home}")
    Path home;

    /** A way in: brings the words, and says nothing of what came of them. */
    interface Door {
        void bring(String words) throws Exception;
    }

    private void inbound() {
        jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
    }

    /** A message that an operator brings is on disk when it is answered, and read by the job. */
    private void overAnOperator(Bringing bringing) throws Exception {
        bringing.bring();
        inbound();
    }

    private interface Bringing {
        void bring() throws Exception;
    }

    /** A clerk uploads the scan; the draft alone is on the alarm list and on top of the letters, and then it is confirmed. */
    private void letter(String words) throws Exception {
        ScreenClient clerk = ScreenClient.as(port, "agent");
        Files.writeString(read, words);
        String place = clerk.upload("/letters", Map.of(), "scan", "x.png", scan())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String draft = place.substring(place.indexOf("/letters"));
        assertThat(clerk.get("/desk/alarms").body()).contains(draft, "待核对的来信");
        assertThat(clerk.get("/letters").body()).contains("险情");
        HttpResponse<String> to = clerk.post(draft, Map.of("content", words));
        assertThat(to.statusCode()).as(to.body()).isEqualTo(302);
    }

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static Path read;

    /** A program that reads in every letter what the test has put down. */
    static void readsLetters(DynamicPropertyRegistry registry) throws IOException {
        Path program = Files.createTempFile("reader", ".sh");
        read = Files.createTempFile("read", ".txt");
        Files.writeString(program, "#!/bin/sh\ncat " + read + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        registry.add("shouwen.letters.program", program::toString);
    }

    private static byte[] scan() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        return out.toByteArray();
    }

    /** The operators' gateways of this city. */
    abstract OperatorDoors operators();

    /** The ways in, by what they are called. */
    Map<String, Door> officeDoors() {
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("CMPP", w -> overAnOperator(() -> operators().overCmpp(w, jobs)));
        doors.put("SMPP", w -> overAnOperator(() -> operators().overSmpp(w, jobs)));
        doors.put("letter", this::letter);
        doors.put("handed over by 110", w -> {
            ExchangeDoor110.bring(platform, home, port, w, clock.instant());
            inbound();
        });
        return doors;
    }
}
