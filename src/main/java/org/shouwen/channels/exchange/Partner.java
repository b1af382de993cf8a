package org.shouwen.channels.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.tables.Columns;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Another system with which matters are exchanged, as its file says: data, not code.
 *
 * @param nameEn for pages in English
 * @param channel code of the edition's channel under which its matters stand
 * @param address where our messages go, https; empty: they go as tables only
 * @param workingDays until when it awaits the result of what it handed over
 * @param secret generation of the key with which both sides sign
 * @param sends events that it may send, as the wire writes them
 * @param takes events that it takes
 * @param person by event, what of the person is told it: name, phone, address, location (Art. 21)
 * @param kinds by its word, our kind of appeal
 * @param otherwise our kind where it gives none
 * @param petitionRecipients names to which a handover under Art. 18 is written that goes to this partner
 * @param columns by the wire's field, the headings of its tables
 * @param events by its word in a table, the event; the empty word for a table that has no such column
 * @param ignored headings that are known and not read
 */
record Partner(
        String name,
        String nameEn,
        String channel,
        String address,
        int workingDays,
        int secret,
        List<String> sends,
        List<String> takes,
        Map<String, List<String>> person,
        Map<String, String> kinds,
        String otherwise,
        List<String> petitionRecipients,
        Map<String, List<String>> columns,
        Map<String, String> events,
        List<String> ignored) {
    private static final List<String> BUILT_IN = List.of("police-110", "province", "petition-office");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The city's own before the one that comes along; empty when there is none of this code. */
    static Optional<Partner> of(String code, Path home) throws IOException {
        if (!isCode(code)) return Optional.empty();
        Path own = home.resolve("exchange").resolve(code + ".yaml");
        if (Files.exists(own)) return Optional.of(YAML.readValue(Files.readString(own), Partner.class));
        if (!BUILT_IN.contains(code)) return Optional.empty();
        try (InputStream in = Partner.class.getResourceAsStream("/exchange/" + code + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(YAML.readValue(in, Partner.class));
        }
    }

    /** Whether a partner can have it; anything else may stand in an address that somebody typed. */
    static boolean isCode(String code) {
        return code.matches("[a-z0-9-]{1,40}");
    }

    /** Codes of all, those that come along and the city's own. */
    static List<String> codes(Path home) throws IOException {
        TreeSet<String> all = new TreeSet<>(BUILT_IN);
        Path folder = home.resolve("exchange");
        if (Files.isDirectory(folder))
            try (Stream<Path> files = Files.list(folder)) {
                files.map(f -> f.getFileName().toString())
                        .filter(f -> f.endsWith(".yaml"))
                        .map(f -> f.substring(0, f.length() - 5))
                        .filter(Partner::isCode)
                        .forEach(all::add);
            }
        return List.copyOf(all);
    }

    boolean mayTell(ExchangeEvent event, String what) {
        return person.getOrDefault(event.wire(), List.of()).contains(what);
    }

    /** Null when its word has no kind. */
    @Nullable
    String kind(String word) {
        return word.isEmpty() ? otherwise : new HashMap<>(kinds).get(word);
    }

    /** As the reader of tables wants them. */
    Columns tableColumns() {
        List<Columns.Column> all = new ArrayList<>();
        columns.forEach((code, names) -> all.add(
                new Columns.Column(code, names.stream().map(Partner::plain).toList(), "")));
        for (String heading : ignored) all.add(Columns.Column.of("ignored " + heading, "", plain(heading)));
        return new Columns(all, List.of(List.of("id")));
    }

    private static String plain(String heading) {
        return java.text.Normalizer.normalize(heading.strip(), java.text.Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT);
    }
}
