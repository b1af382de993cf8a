package org.shouwen.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that takes appeals and brings their orders to a report; it asks again until it is answered, as people do. */
final class Acts implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([^\"]+)\"");

    private final String base;
    private final String desk;
    private final String unit;
    private final Ledger ledger;
    private final AtomicBoolean over;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    Acts(int port, String desk, String unit, Ledger ledger, AtomicBoolean over) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.desk = desk;
        this.unit = unit;
        this.ledger = ledger;
        this.over = over;
    }

    private record Answer(int status, String body, boolean asked) {}

    @Override
    public void run() {
        while (!over.get()) {
            life();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void life() {
        String words = "集群试验 " + UUID.randomUUID();
        Answer made = until("/appeals", desk, UUID.randomUUID().toString(), """
                {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区3号楼",
                 "happenedAt":"昨天","title":"室内温度只有15度","content":"%s","appellant":{"name":"王示例","phone":"13800000001"},
                 "outcome":{"type":"order"}}""".formatted(words));
        if (made.status() != 201 && made.status() != 200) return;
        Matcher number = NUMBER.matcher(made.body());
        if (!number.find()) throw new IllegalStateException("no number: " + made.body());
        ledger.appeals.put(words, number.group(1));
        String order = number.group(1);
        if (!act(order, "/dispatches", desk, "Dispatched", "{\"lead\":\"heating\",\"limitClass\":\"ordinary\"}")) return;
        if (!act(order, "/receipts", unit, "Received", "")) return;
        act(order, "/reports", unit, "ReportedOutcome", """
                {"leaderActed":"分管领导到场","investigation":"测温三次","resolution":"更换阀门","appellantSaid":"满意",
                 "answeredAt":"%s","answeredHow":"电话","done":true}""".formatted(Instant.now()));
    }

    /** An answer of 409 to a question that was asked before means that the first one was heard: the count will show it. */
    private boolean act(String number, String what, String token, String type, String body) {
        Answer answer = until("/work-orders/" + number + what, token, "", body);
        boolean done = answer.status() == 201 || answer.status() == 200 || (answer.status() == 409 && answer.asked());
        if (done) ledger.acts.add(new Ledger.Act(type, number));
        else if (!over.get()) ledger.refused(what + " " + answer.status());
        return done;
    }

    /** Asks until there is an answer that is not "try again". */
    private Answer until(String path, String token, String key, String body) {
        boolean asked = false;
        while (!over.get()) {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body));
                if (!key.isEmpty()) request.header("Idempotency-Key", key);
                HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (r.statusCode() < 500 && r.statusCode() != 429) {
                    if (r.statusCode() < 300) ledger.written();
                    return new Answer(r.statusCode(), r.body(), asked);
                }
                ledger.refused(Integer.toString(r.statusCode()));
            } catch (IOException e) {
                ledger.refused(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            asked = true;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return new Answer(0, "", asked);
    }
}
