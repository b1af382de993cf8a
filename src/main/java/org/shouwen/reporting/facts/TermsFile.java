package org.shouwen.reporting.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the limits that figures name from {@code reporting/terms.yaml}. */
final class TermsFile {
    private TermsFile() {}

    static Terms read() {
        try (InputStream in = Objects.requireNonNull(
                TermsFile.class.getResourceAsStream("/reporting/terms.yaml"), "reporting/terms.yaml")) {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, Terms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
