package org.shouwen.channels.open311.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.open311.GeoReportXml;
import org.shouwen.channels.open311.Problem;
import org.shouwen.channels.open311.Submissions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers in the format that was asked for; JSON is XML without its outermost element. */
@Component
class Formats {
    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);
    private static final MediaType JSON = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    /** Nulls stay: an empty element is null. */
    private final JsonMapper json = JsonMapper.builder().build();

    ResponseEntity<byte[]> answer(int status, String format, String root, Object value) {
        return body(ResponseEntity.status(status), format, root, value);
    }

    ResponseEntity<byte[]> errors(List<Problem> problems, String format) {
        int status = problems.stream().mapToInt(Problem::status).max().orElse(400);
        return body(ResponseEntity.status(status), format, "errors", rows(problems));
    }

    ResponseEntity<byte[]> later(int status, long seconds, String format) {
        Problem problem = new Problem(status, status, "try again in " + seconds + " s / 请稍后再试");
        return body(
                ResponseEntity.status(status).header("Retry-After", Long.toString(seconds)),
                format,
                "errors",
                rows(List.of(problem)));
    }

    byte[] tooLong(String format) {
        return bytes(format, "errors", rows(List.of(new Problem(400, 413, "the body is too long / 请求内容过长"))));
    }

    /** What somebody before this API refused. */
    byte[] refused(int status, String format) {
        String why = switch (status) {
            case 405 -> "this method is not used here / 这里不能用这种请求方法";
            case 413 -> "the body is too long / 请求内容过长";
            case 429, 503 -> "try again later / 请稍后再试";
            case 500 -> "an error of this server / 服务器出错";
            default -> "the request can not be read / 无法读取请求";
        };
        return bytes(format, "errors", rows(List.of(new Problem(status, status, why))));
    }

    String type(String format) {
        return (format.equals("json") ? JSON : XML).toString();
    }

    Map<String, @Nullable Object> posted(Submissions.Posted p) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        if (p.id() != null) row.put("service_request_id", p.id());
        if (p.token() != null) row.put("token", p.token());
        row.put("service_notice", p.notice());
        row.put("account_id", null);
        return row;
    }

    private static List<Map<String, Object>> rows(List<Problem> problems) {
        return problems.stream()
                .map(p -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("code", p.code());
                    row.put("description", p.description());
                    return row;
                })
                .toList();
    }

    /** Pages of other cities and programs read it in browsers. */
    private ResponseEntity<byte[]> body(ResponseEntity.BodyBuilder answer, String format, String root, Object value) {
        return answer.header("Access-Control-Allow-Origin", "*")
                .contentType(format.equals("json") ? JSON : XML)
                .body(bytes(format, root, value));
    }

    private byte[] bytes(String format, String root, Object value) {
        return format.equals("json") ? json.writeValueAsBytes(value) : GeoReportXml.of(root, value);
    }
}
