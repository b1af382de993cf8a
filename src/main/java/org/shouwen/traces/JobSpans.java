package org.shouwen.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import org.shouwen.jobs.AroundJob;

/** A span for each run of a job: its name, how long it took, and the class of what went wrong. */
final class JobSpans implements AroundJob {
    private final Tracer tracer;

    JobSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void run(String job, Runnable work) {
        Span span = tracer.spanBuilder("job " + job).setNoParent().startSpan();
        try {
            work.run();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", e.getClass().getName());
            throw e;
        } finally {
            span.end();
        }
    }
}
