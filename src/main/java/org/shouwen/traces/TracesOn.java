package org.shouwen.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Traces by OTLP over HTTP to the collector that {@code SHOUWEN_TRACES} names, such as {@code
 * http://127.0.0.1:4318/v1/traces}. Without it nothing of this is there. A collector that does not answer costs nobody a
 * wait: spans go in batches from a thread of their own, and what does not fit is dropped.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${shouwen.traces:}'.isBlank()")
class TracesOn {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** @param share of the requests and jobs that are told, from 0 to 1; whoever calls with a trace decides for itself */
    @Bean(destroyMethod = "close")
    SdkTracerProvider tracerProvider(
            @Value("${shouwen.traces}") String collector, @Value("${shouwen.traces-share:1}") double share) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector)
                .setTimeout(LONGEST)
                .setConnectTimeout(LONGEST)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(
                        Attributes.builder().put("service.name", "shouwen").build()))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
    }

    @Bean
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("org.shouwen");
    }

    @Bean
    RequestSpans requestSpans(Tracer tracer) {
        return new RequestSpans(tracer);
    }

    @Bean
    JobSpans jobSpans(Tracer tracer) {
        return new JobSpans(tracer);
    }
}
