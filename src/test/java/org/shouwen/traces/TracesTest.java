package org.shouwen.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shouwen.embedded.RealProcesses;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A real product that tells its traces to a collector. */
class TracesTest extends RealProcesses {
    private static final String CALLER = "0af7651916cd43dd8448eb211c80319c";

    private final Collector collector = new Collector();

    @Override
    protected Map<String, String> surroundings() {
        return Map.of("SHOUWEN_TRACES", collector.address());
    }

    @AfterAll
    void endCollector() {
        collector.close();
    }

    private static Set<String> keys(Span span) {
        return span.getAttributesList().stream().map(KeyValue::getKey).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void requests_and_jobs_are_told_by_route_and_name_without_a_word_of_anybodys() throws Exception {
        awaitUp(start(home, port));
        String number = post(1).getFirst();
        http.send(
                HttpRequest.newBuilder(uri("/api/v1/portal/appeals/" + number + "?code=ABCDEFGH"))
                        .header("traceparent", "00-" + CALLER + "-b7ad6b7169203331-01")
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        Awaitility.await()
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() ->
                        collector.spans().stream().anyMatch(s -> s.getName().startsWith("job "))
                                && collector.spans().stream().anyMatch(TracesTest::ofCaller));

        assertThat(collector.spans()).extracting(Span::getName).contains("POST /api/v1/portal/appeals", "GET /sign-in");
        assertThat(collector.spans().stream().filter(TracesTest::ofCaller))
                .as("goes on with the caller's trace, under the route's name")
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.getName()).startsWith("GET /api/v1/portal/appeals/{");
                    assertThat(HexFormat.of().formatHex(s.getParentSpanId().toByteArray()))
                            .isEqualTo("b7ad6b7169203331");
                });
        assertThat(collector.spans()).allSatisfy(s -> {
            assertThat(keys(s))
                    .isSubsetOf("http.request.method", "http.route", "http.response.status_code", "error.type");
            assertThat(s.getEventsList()).isEmpty();
        });
        for (var request : collector.received()) {
            ByteString all = request.toByteString();
            String text = all.toString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text)
                    .doesNotContain(number, "ABCDEFGH", "路灯", "127.0.0.1")
                    .contains("shouwen");
        }
    }

    private static boolean ofCaller(Span span) {
        return HexFormat.of().formatHex(span.getTraceId().toByteArray()).equals(CALLER);
    }

    @Test
    void nothing_of_it_is_there_unless_it_is_switched_on() {
        ApplicationContextRunner product = new ApplicationContextRunner().withUserConfiguration(TracesOn.class);
        product.run(context -> assertThat(context).doesNotHaveBean(RequestSpans.class));
        product.withPropertyValues("shouwen.traces=")
                .run(context -> assertThat(context).doesNotHaveBean(JobSpans.class));
        product.withPropertyValues("shouwen.traces=" + collector.address())
                .run(context -> assertThat(context).hasSingleBean(RequestSpans.class));
    }
}
