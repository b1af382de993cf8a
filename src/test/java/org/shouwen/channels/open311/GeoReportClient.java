package org.shouwen.channels.open311;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that knows of us only what the specification says. */
final class GeoReportClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    GeoReportClient(int port) {
        base = "http://localhost:" + port + "/api/open311/v2";
    }

    record Answer(int status, String type, byte[] bytes) {
        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        Element xml() {
            try {
                DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
                f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                Document d = f.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
                return d.getDocumentElement();
            } catch (Exception e) {
                throw new AssertionError(text(), e);
            }
        }

        String one(String element) {
            return xml().getElementsByTagName(element).item(0).getTextContent();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    /** @param fields name, value, name, value, … */
    Answer post(String path, String... fields) throws IOException, InterruptedException {
        return post(HttpRequest.newBuilder(), path, fields);
    }

    Answer again(String key, String path, String... fields) throws IOException, InterruptedException {
        return post(HttpRequest.newBuilder().header("Idempotency-Key", key), path, fields);
    }

    private Answer post(HttpRequest.Builder request, String path, String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) form.append('&').append(encoded(fields[i], fields[i + 1]));
        return send(
                request.POST(HttpRequest.BodyPublishers.ofString(form.isEmpty() ? "" : form.substring(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                path);
    }

    Answer send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> r =
                http.send(request.uri(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(r.statusCode(), r.headers().firstValue("Content-Type").orElse(""), r.body());
    }

    private static String encoded(String... parts) {
        return Arrays.stream(parts)
                .map(p -> URLEncoder.encode(p, StandardCharsets.UTF_8))
                .collect(Collectors.joining("="));
    }
}
