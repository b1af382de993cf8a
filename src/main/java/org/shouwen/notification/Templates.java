package org.shouwen.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.ChangedMemory;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jobs.EveryNodeJob;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of each moment, by way of telling: those that come along, or the city's own. A template names what it says
 * in braces, such as {@code {unit}}; anything else in braces is refused before it is kept.
 */
@Service
public class Templates implements EveryNodeJob {
    /** Where words are read: on the portal, or in a short message, which should be short. */
    public enum Way {
        PORTAL,
        SMS
    }

    private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final MessageSource words;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final ChangedMemory changes = new ChangedMemory();
    private volatile @Nullable Own own;

    private record Own(Map<NotificationType, Map<Way, String>> texts, long change) {}

    Templates(JdbcClient jdbc, MessageSource words, History history, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** The words as they are kept, with names in braces. */
    public String text(NotificationType moment, Way way) {
        String kept = own().getOrDefault(moment, Map.of()).get(way);
        if (kept != null) return kept;
        return way == Way.SMS ? text(moment, Way.PORTAL) : comesAlong(moment);
    }

    /** Whether the city has its own words for it. */
    public boolean changed(NotificationType moment, Way way) {
        return own().getOrDefault(moment, Map.of()).containsKey(way);
    }

    /** The words with everything said in them. */
    public String say(NotificationType moment, Way way, String number, List<String> args) {
        return fill(text(moment, way), moment, number, args);
    }

    /** What a template would say, before it is kept. */
    public String preview(NotificationType moment, String template, String number, List<String> args) {
        return fill(checked(moment, template), moment, number, args);
    }

    /**
     * Keeps the city's own words; blank brings back those that come along.
     *
     * @throws BadInput when it names what the moment does not tell, or is too long
     */
    @Transactional
    public void keep(NotificationType moment, Way way, @Nullable String typed, Actor by) {
        String text = Text.optional("text", typed, LONGEST);
        if (text.isEmpty())
            jdbc.sql("delete from messages.template where moment = :moment and way = :way")
                    .param("moment", moment.name())
                    .param("way", way.name())
                    .update();
        else
            jdbc.sql("""
                            insert into messages.template (moment, way, text) values (:moment, :way, :text)
                            on conflict (moment, way) do update set text = excluded.text
                            """)
                    .param("moment", moment.name())
                    .param("way", way.name())
                    .param("text", checked(moment, text))
                    .update();
        history.append(
                Subject.of("template", moment.name() + "/" + way),
                clock.instant(),
                by,
                text.isEmpty() ? "Reset" : "Changed",
                json.writeValueAsString(Map.of("text", text)));
        changes.changed();
    }

    private static String checked(NotificationType moment, String template) {
        Matcher m = NAME.matcher(template);
        while (m.find()) {
            if (!m.group(1).equals("number") && !moment.args().contains(m.group(1)))
                throw new BadInput("text", "messages.bad.name", m.group(), names(moment));
        }
        if (m.replaceAll("").contains("{") || m.replaceAll("").contains("}"))
            throw new BadInput("text", "messages.bad.brace");
        return template;
    }

    private static String names(NotificationType moment) {
        StringBuilder names = new StringBuilder("{number}");
        for (String arg : moment.args()) names.append(" {").append(arg).append('}');
        return names.toString();
    }

    private static String fill(String template, NotificationType moment, String number, List<String> args) {
        return NAME.matcher(template).replaceAll(m -> {
            boolean goesOn = m.end() + 1 < template.length() && template.charAt(m.end()) == ' ';
            int at = moment.args().indexOf(m.group(1));
            String value = m.group(1).equals("number") ? number : at >= 0 && at < args.size() ? args.get(at) : "";
            return Matcher.quoteReplacement(goesOn && moment.saysSentence(m.group(1)) ? ended(value) : value);
        });
    }

    /** What somebody wrote, with a stop behind it where another sentence follows. */
    private static String ended(String words) {
        String text = words.stripTrailing();
        return text.isEmpty() || "。！？；…!?.;”）)".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + "。";
    }

    /** The bundle's own words, with names instead of its numbers. */
    private String comesAlong(NotificationType moment) {
        Object[] names = new Object[moment.args().size() + 1];
        names[0] = "{number}";
        for (int i = 1; i < names.length; i++) names[i] = "{" + moment.args().get(i - 1) + "}";
        return words.getMessage(moment.key(), names, Locale.SIMPLIFIED_CHINESE);
    }

    private Map<NotificationType, Map<Way, String>> own() {
        Own known = own;
        if (known == null || known.change() != changes.count()) own = known = load();
        return known.texts();
    }

    private Own load() {
        long change = changes.count();
        Map<NotificationType, Map<Way, String>> loaded = new EnumMap<>(NotificationType.class);
        jdbc.sql("select moment, way, text from messages.template").query(rs -> {
            loaded.computeIfAbsent(NotificationType.valueOf(rs.getString("moment")), _ -> new HashMap<>())
                    .put(Way.valueOf(rs.getString("way")), rs.getString("text"));
        });
        return new Own(loaded, change);
    }

    @Override
    public String name() {
        return "message-templates";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** Reads anew what another node may have changed. */
    @Override
    public void run() {
        own = load();
    }
}
