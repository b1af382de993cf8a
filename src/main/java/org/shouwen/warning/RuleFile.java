package org.shouwen.warning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules that the product comes with: {@code warning/signals.yaml}. */
final class RuleFile {
    private RuleFile() {}

    static RuleBook read() {
        JsonNode root;
        try (InputStream in = Objects.requireNonNull(
                RuleFile.class.getResourceAsStream("/warning/signals.yaml"), "warning/signals.yaml")) {
            root = YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Signal, SignalRule> rules = new EnumMap<>(Signal.class);
        for (Signal s : Signal.values()) {
            JsonNode r = root.path("signals").path(s.name());
            if (r.isMissingNode()) throw new IllegalStateException("signals.yaml has no rule for " + s);
            rules.put(
                    s,
                    new SignalRule(
                            s,
                            r.path("least").asInt(),
                            r.path("days").asInt(),
                            r.path("excess").asDouble()));
        }
        List<String> words = new ArrayList<>();
        for (JsonNode w : root.path("words")) words.add(w.asString());
        return new RuleBook(rules, words);
    }
}
