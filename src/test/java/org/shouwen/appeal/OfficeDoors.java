package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

    /** A clerk uploads the scan, sees the draft and confirms it. */
    private void letter(String words) throws Exception {
        ScreenClient clerk = ScreenClient.as(port, "agent");
        String place = clerk.upload("/letters", Map.of(), "scan", "x.png", scan())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> to = clerk.post(place.substring(place.indexOf("/letters")), Map.of("content", words));
        assertThat(to.statusCode()).as(to.body()).isEqualTo(302);
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
