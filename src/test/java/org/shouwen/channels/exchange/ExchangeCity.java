package org.shouwen.channels.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city whose 110 has a system that speaks with the platform's. */
abstract class ExchangeCity {
    static final String POLICE = "police-110";

    @LocalServerPort
    int port;

    @Value("${shouwen.home}")
    Path home;

    @Autowired
    Partners partners;

    @Autowired
    List<Job> jobs;

    @Autowired
    ExchangeOut out;

    @Autowired
    ForgottenExchange forgets;

    @Autowired
    Appeals appeals;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    Peer peer;

    /** Of the test alone: a city keeps what came. */
    final String id = "J" + UUID.randomUUID();

    @BeforeEach
    void a_peer() throws Exception {
        clock.set("2026-09-30T10:00");
        peer = connected(POLICE);
    }

    @AfterEach
    void gone() throws Exception {
        peer.close();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(out::quiet);
        Files.deleteIfExists(home.resolve("exchange/" + POLICE + ".yaml"));
    }

    Peer connected(String code) throws Exception {
        Peer there = new Peer(partners.shown(code, partners.find(code).orElseThrow()));
        Files.createDirectories(home.resolve("exchange"));
        String file = new String(
                Partner.class.getResourceAsStream("/exchange/" + code + ".yaml").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                home.resolve("exchange/" + code + ".yaml"),
                file.replace("address: \"\"", "address: " + there.address()));
        return there;
    }

    void job(String name) {
        jobs.stream()
                .filter(j -> j.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run();
    }

    void worked() {
        job("inbound");
    }

    /** Whatever is owed goes. */
    void told() {
        job("exchange-answers");
        out.run();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(out::quiet);
    }

    String handover(String more) {
        return """
                {"version":1,"event":"handover","id":"%s","at":"2026-09-30T09:30:00+08:00","kind":"求助",
                 "title":"路灯不亮","text":"振兴路上三盏路灯不亮，夜里很黑，请派人修理。","location":"振兴路12号"%s}
                """.formatted(id, more);
    }

    String message(String event, String of, String more) {
        return """
                {"version":1,"event":"%s","id":"%s","at":"2026-09-30T09:40:00+08:00"%s}
                """.formatted(event, of, more);
    }

    Appeal appeal() {
        String number = jdbc.sql("select number from exchange.matter where source_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        return appeals.get(number);
    }
}
