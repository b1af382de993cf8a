package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation of the API's own description, with arguments and bodies drawn from its schemas and from what should
 * not be there: no answer is a failure of ours, none takes long, none tells what is inside.
 */
@ShouwenTest
class FuzzTest {
    private static final int REQUESTS = 12_000;
    private static final int THREADS = 6;
    private static final Pattern INSIDE = Pattern.compile(
            "org\\.shouwen|org\\.postgresql|org\\.springframework|java\\.lang|Exception|\\tat |SQL|select |insert into|/home/|/root/");
    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "0",
            "-1",
            "999999999999999999999999",
            "1e309",
            "true",
            "null",
            "\u0000",
            "\u202e\ud83e\udd76",
            "' or '1'='1",
            "%00",
            "../../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "2026-02-30",
            "9999-12-31T23:59:59Z",
            "2026-09-30T10:00",
            "heating",
            "A13_3",
            "20260930-000001",
            "00000000-0000-0000-0000-000000000000",
            "字".repeat(11_000));

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @LocalServerPort
    int port;

    private static final String BOUNDARY = "fuzz8890";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private record Operation(String method, String path, JsonNode description) {}

    private JsonNode api = JsonMapper.builder().build().createObjectNode();

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties())
            for (Map.Entry<String, JsonNode> method : path.getValue().properties())
                if (Set.of("get", "post", "put", "delete", "patch").contains(method.getKey()))
                    operations.add(new Operation(
                            method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue()));
        return operations;
    }

    @Test
    void no_request_brings_out_more_than_a_clear_refusal() throws Exception {
        HttpResponse<String> description = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        api = json.readTree(description.body());
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(60);
        List<String> tokens = new ArrayList<>(List.of("", "not-a-token"));
        for (Role r : Role.values())
            if (!r.needsPerson()) tokens.add(accounts.token("fuzz-" + r, Set.of(r), r.ofPlatform() ? null : "heating"));
        List<String> numbers =
                jdbc.sql("select number from intake.appeal").query(String.class).list();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        Set<String> behindTheDoor = ConcurrentHashMap.newKeySet();
        Map<Integer, AtomicInteger> statuses = new java.util.concurrent.ConcurrentHashMap<>();
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Random random = new Random(8890 + t);
                work.add(pool.submit(() -> {
                    for (int n = sent.getAndIncrement(); n < REQUESTS; n = sent.getAndIncrement()) {
                        Operation o = operations.get(n % operations.size()); // each of them as often
                        int status =
                                one(o, tokens.get(random.nextInt(tokens.size())), numbers, random, wrong, statuses);
                        if (status > 0 && status != 401 && status != 403)
                            behindTheDoor.add(o.method() + " " + o.path());
                    }
                    return null;
                }));
            }
            for (Future<?> w : work) w.get();
        }
        System.out.println("fuzz: " + sent.get() + " requests to " + operations.size() + " operations, answers "
                + new TreeMap<>(statuses));
        assertThat(wrong).isEmpty();
        assertThat(operations)
                .as("each was asked by somebody whom it lets in")
                .allMatch(o -> behindTheDoor.contains(o.method() + " " + o.path()));
        assertThat(statuses.keySet()).as("some are let through, some refused").contains(200, 401, 403, 404, 422);
        assertThat(verification.findings()).isEmpty();
    }

    /** Once more where the server had just ended a connection that was kept open; the second time it is a fault. */
    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** @return the answer's status; 0 when there was none */
    private int one(
            Operation o,
            String token,
            List<String> numbers,
            Random random,
            Queue<String> wrong,
            Map<Integer, AtomicInteger> statuses)
            throws Exception {
        String address = address(o, numbers, random);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(Duration.ofSeconds(20));
        String body = o.method().equals("GET") || o.method().equals("DELETE") ? "" : body(o, random);
        request.method(
                o.method(),
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        boolean multipart = o.description().path("requestBody").path("content").has("multipart/form-data");
        if (multipart && random.nextInt(8) > 0)
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        else if (random.nextInt(10) > 0)
            request.header("Content-Type", random.nextInt(20) == 0 ? "text/plain" : "application/json");
        if (random.nextInt(5) == 0) request.header("If-Match", "\"" + random.nextInt(9) + "\"");
        if (random.nextInt(8) == 0) request.header("Idempotency-Key", "k" + random.nextInt(50));
        String what = o.method() + " " + address + " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
        try {
            HttpResponse<String> r = answer(request.build());
            statuses.computeIfAbsent(r.statusCode(), _ -> new AtomicInteger()).incrementAndGet();
            if (r.statusCode() >= 500) wrong.add(r.statusCode() + " " + what + " → " + r.body());
            boolean refused = r.statusCode() >= 400;
            if (r.statusCode() != 400 && !o.description().path("responses").has(Integer.toString(r.statusCode())))
                wrong.add("a status that is not described: " + r.statusCode() + " " + what + " → " + r.body());
            if (refused && INSIDE.matcher(r.body()).find())
                wrong.add("tells what is inside: " + what + " → " + r.body());
            // an address that can't even be read is refused before it comes to us
            boolean readable = !address.matches(".*(%00|%25|%2F|%3B|%5C|%0|%E5%AD%97%E5).*")
                    && !r.body().contains("HTTP Status 400");
            if (refused
                    && readable
                    && !r.body().isEmpty()
                    && !r.headers().firstValue("Content-Type").orElse("").contains("problem+json"))
                wrong.add("no problem document: " + r.statusCode() + " " + what + " → " + r.body());
            return r.statusCode();
        } catch (HttpTimeoutException e) {
            wrong.add("took too long: " + what);
            return 0;
        }
    }

    private String address(Operation o, List<String> numbers, Random random) {
        String path = o.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode p : o.description().path("parameters")) {
            String value = random.nextInt(3) == 0
                    ? STRANGE.get(random.nextInt(STRANGE.size()))
                    : p.get("name").asString().equals("number") && random.nextInt(4) > 0
                            ? numbers.get(random.nextInt(numbers.size()))
                            : simple(resolve(p.path("schema")), random).asString("x");
            if (value.length() > 2000) value = value.substring(0, 2000);
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            if (p.get("in").asString().equals("path"))
                path = path.replace("{" + p.get("name").asString() + "}", encoded.isEmpty() ? "x" : encoded);
            else if (p.get("in").asString().equals("query") && random.nextInt(4) > 0)
                query.append(query.isEmpty() ? "?" : "&")
                        .append(p.get("name").asString())
                        .append("=")
                        .append(encoded);
        }
        return path.replace("{", "%7B").replace("}", "%7D") + query;
    }

    private String body(Operation o, Random random) {
        JsonNode content = o.description().path("requestBody").path("content");
        Iterator<JsonNode> schemas = content.iterator();
        if (content.has("multipart/form-data")) return parts(random);
        if (random.nextInt(30) == 0) return "{\"broken\": [";
        if (random.nextInt(30) == 0) return "[".repeat(3000);
        if (random.nextInt(30) == 0) return STRANGE.get(random.nextInt(STRANGE.size()));
        if (!schemas.hasNext()) return "{}";
        return value(schemas.next().path("schema"), random, 0).toString();
    }

    private static String parts(Random random) {
        String bytes = List.of("%PDF-1.4\n%%EOF", "<html><script>alert(1)</script>", "", "PK\u0003\u0004x", "GIF89a;")
                .get(random.nextInt(5));
        String name = STRANGE.get(random.nextInt(STRANGE.size())).replaceAll("[\\r\\n\"]", "");
        if (name.length() > 300) name = name.substring(0, 300);
        String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/html\r\n\r\n" + bytes + "\r\n";
        return random.nextInt(10) == 0 ? part : part + "--" + BOUNDARY + "--\r\n";
    }

    private JsonNode value(JsonNode given, Random random, int depth) {
        JsonNode schema = resolve(given.has("allOf") ? given.path("allOf").get(0) : given);
        if (random.nextInt(12) == 0) return strange(random);
        String type = schema.path("type").asString("");
        if (schema.has("properties") && depth < 5) {
            ObjectNode object = json.createObjectNode();
            for (Map.Entry<String, JsonNode> p : schema.get("properties").properties())
                if (random.nextInt(6) > 0) object.set(p.getKey(), value(p.getValue(), random, depth + 1));
            if (random.nextInt(6) == 0)
                object.put("state", "CLOSED").put("version", 99).put("roles", "ADMIN");
            return object;
        }
        if (type.equals("array")) {
            ArrayNode array = json.createArrayNode();
            for (int i = random.nextInt(4); i > 0; i--) array.add(value(schema.path("items"), random, depth + 1));
            return array;
        }
        return simple(schema, random);
    }

    private JsonNode simple(JsonNode schema, Random random) {
        JsonNode choices = schema.path("enum");
        if (choices.size() > 0) return choices.get(random.nextInt(choices.size()));
        return switch (schema.path("type").asString("") + "/"
                + schema.path("format").asString("")) {
            case "integer/int32", "integer/int64" -> json.getNodeFactory().numberNode(random.nextInt(400) - 20);
            case "boolean/" -> json.getNodeFactory().booleanNode(random.nextBoolean());
            case "string/date-time" -> json.getNodeFactory().stringNode("2026-09-30T02:00:00Z");
            case "string/date" -> json.getNodeFactory().stringNode("2026-10-0" + (1 + random.nextInt(9)));
            case "string/uuid" ->
                json.getNodeFactory().stringNode(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
            default ->
                random.nextInt(3) == 0
                        ? strange(random)
                        : json.getNodeFactory()
                                .stringNode(List.of(
                                                "heating",
                                                "housing",
                                                "livelihood",
                                                "ordinary",
                                                "phone",
                                                "电话",
                                                "说明情况",
                                                "13800001111",
                                                "20260930-000003")
                                        .get(random.nextInt(9)));
        };
    }

    private JsonNode strange(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> json.getNodeFactory().nullNode();
            case 1 -> json.getNodeFactory().numberNode(random.nextLong());
            case 2 -> json.createArrayNode().add("x");
            case 3 -> json.createObjectNode().put("a", 1);
            default -> json.getNodeFactory().stringNode(STRANGE.get(random.nextInt(STRANGE.size())));
        };
    }

    private JsonNode resolve(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : api.at(ref.substring(1));
    }
}
