package org.shouwen.reporting.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.FigureRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** The query under which the same question is asked again, of the same or of one key. */
final class FigureLinks {
    private FigureLinks() {}

    static String query(FigureRequest asked) {
        return written(parameters(asked));
    }

    /** The question about one key of a dimension; cases without a key are not asked for alone. */
    static String with(FigureRequest asked, Dimension dimension, String key) {
        Map<String, String> all = parameters(asked);
        if (!key.isEmpty()) all.put(dimension.name().toLowerCase(Locale.ROOT), key);
        return written(all);
    }

    /** What was typed, by the parameter's name, for the form. */
    static Map<String, String> named(FigureRequest asked) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Dimension d : Dimension.ASKED)
            named.put(d.name().toLowerCase(Locale.ROOT), asked.named().getOrDefault(d, ""));
        return named;
    }

    private static Map<String, String> parameters(FigureRequest asked) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("from", asked.period().from().toString());
        all.put("to", asked.period().to().toString());
        named(asked).forEach((name, code) -> {
            if (!code.isEmpty()) all.put(name, code);
        });
        return all;
    }

    private static String written(Map<String, String> parameters) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        parameters.forEach((name, value) -> query.queryParam(name, "{" + name + "}"));
        String built = query.encode().buildAndExpand(parameters).toUriString();
        return built.startsWith("?") ? built.substring(1) : built;
    }
}
