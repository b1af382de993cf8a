package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A gateway that says that it sends a form is read as one that says nothing: of what it sends no byte is lost (Art. 2). */
@ShouwenTest
@TestPropertySource(properties = "shouwen.sms.inbound-token=gateway-secret")
class SentAsAFormTest {
    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    private int sends(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/channels/sms/messages"))
                                .header("Authorization", "Bearer gateway-secret")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_form_and_a_JSON_that_is_called_one_are_appeals() throws Exception {
        assertThat(sends("id=f1&from=13811119971&to=10690012345&text="
                        + URLEncoder.encode("路灯坏了一排", StandardCharsets.UTF_8)))
                .isEqualTo(200);
        assertThat(sends("{\"id\":\"f2\",\"from\":\"13811119972\",\"to\":\"10690012345\",\"text\":\"井盖少了两个\"}"))
                .isEqualTo(200);
        jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
        assertThat(jdbc.sql("select content from intake.appeal where content in ('路灯坏了一排', '井盖少了两个')")
                        .query(String.class)
                        .list())
                .hasSize(2);
    }
}
