package org.shouwen.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.shouwen.gauges.Gauge;
import org.springframework.stereotype.Component;

/** How long requests took, by the class of their answer; since the start. Nothing of what was asked. */
@Component
class RequestTimes {
    private static final double[] BOUNDS = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final String NAME = "shouwen_request_seconds";
    private static final String HELP = "Time of requests by the class of their answer";

    private static final class Times {
        final LongAdder[] within = new LongAdder[BOUNDS.length + 1];
        final LongAdder nanos = new LongAdder();

        Times() {
            for (int i = 0; i < within.length; i++) within[i] = new LongAdder();
        }
    }

    private final Times[] classes = new Times[6];

    RequestTimes() {
        for (int i = 0; i < classes.length; i++) classes[i] = new Times();
    }

    void add(int status, long nanos) {
        Times times = classes[Math.clamp(status / 100, 0, 5)];
        int i = 0;
        while (i < BOUNDS.length && nanos > BOUNDS[i] * TimeUnit.SECONDS.toNanos(1)) i++;
        times.within[i].increment();
        times.nanos.add(nanos);
    }

    List<Gauge> gauges() {
        List<Gauge> all = new ArrayList<>();
        for (int c = 2; c < classes.length; c++) {
            String answer = c + "xx";
            long sum = 0;
            for (int i = 0; i < BOUNDS.length; i++) {
                sum += classes[c].within[i].sum();
                all.add(gauge("_bucket", Map.of("answer", answer, "le", String.valueOf(BOUNDS[i])), (double) sum));
            }
            sum += classes[c].within[BOUNDS.length].sum();
            all.add(gauge("_bucket", Map.of("answer", answer, "le", "+Inf"), (double) sum));
            all.add(gauge("_sum", Map.of("answer", answer), classes[c].nanos.sum() / 1e9));
            all.add(gauge("_count", Map.of("answer", answer), (double) sum));
        }
        return all;
    }

    private static Gauge gauge(String part, Map<String, String> labels, double value) {
        return new Gauge(NAME + part, HELP, labels, value);
    }
}
