package org.shouwen.channels.boards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.tables.Columns;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How a board's tables are read and answered: data, not code.
 *
 * @param nameEn as English pages call it; null: by its name
 * @param channel code of the edition's channels
 * @param workingDays until when the source awaits the result
 * @param columns by what we call them, the names that headings may have
 * @param ignored headings that are known and not read
 * @param kinds by the source's word, our kind of appeal; any other word stops the import
 * @param otherwise the kind where the column is empty or missing
 * @param resultColumns headings of the table that goes back
 */
record BoardSource(
        String name,
        @Nullable String nameEn,
        String channel,
        int workingDays,
        Map<String, List<String>> columns,
        List<String> ignored,
        List<String> required,
        Map<String, String> kinds,
        String otherwise,
        Map<String, String> resultColumns) {
    private static final String IGNORED = "ignored ";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The city's own before the one that comes along; empty when there is none of this code. */
    static Optional<BoardSource> of(String code, Path home) throws IOException {
        if (!code.matches("[a-z0-9-]{1,40}")) return Optional.empty();
        Path own = home.resolve("boards").resolve(code + ".yaml");
        if (Files.exists(own)) return Optional.of(YAML.readValue(Files.readString(own), BoardSource.class));
        try (InputStream in = BoardSource.class.getResourceAsStream("/boards/" + code + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(YAML.readValue(in, BoardSource.class));
        }
    }

    /** As {@link #of}; empty as well when its file can not be read. */
    static Optional<BoardSource> readable(String code, Path home) {
        try {
            return of(code, home);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** As the page's language calls it. */
    String shown() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return english && nameEn != null ? nameEn : name;
    }

    /** As the reader of tables wants them; what is ignored is known. */
    Columns tableColumns() {
        List<Columns.Column> all = new ArrayList<>();
        columns.forEach((code, names) -> all.add(
                new Columns.Column(code, names.stream().map(BoardSource::plain).toList(), "")));
        for (String heading : RejectedRows.OURS) all.add(Columns.Column.of("ours " + heading, "", heading));
        for (String heading : ignored) all.add(Columns.Column.of(IGNORED + heading, "", plain(heading)));
        return new Columns(all, required.stream().map(List::of).toList());
    }

    /** A column of ours as the source calls it: its first heading. */
    String heading(String column) {
        List<String> names = columns.get(column);
        return names == null ? column.replace(IGNORED, "") : names.getFirst();
    }

    /** In the order of this file, the same for each table however its columns stand: first the columns, then what is ignored. */
    List<String> inOrder(Collection<String> present) {
        List<String> order = new ArrayList<>(columns.keySet());
        ignored.forEach(heading -> order.add(IGNORED + heading));
        return order.stream().filter(present::contains).toList();
    }

    /** As headings are compared. */
    private static String plain(String heading) {
        return Normalizer.normalize(heading.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Null when the source's word has no kind. */
    @Nullable
    String kind(String word) {
        return word.isEmpty() ? otherwise : new HashMap<>(kinds).get(word);
    }
}
