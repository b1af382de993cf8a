package org.shouwen.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.citizens.Vault;
import org.shouwen.jobs.Job;
import org.shouwen.problems.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an officer has typed and not sent yet: outlives a reload, another machine and the end of the session. Each form
 * is kept under its own {@code key}, so that none ever takes the place of another, whatever comes late.
 */
@Service
@Transactional
public class Drafts implements Job {
    /** The {@code subject} of a form for a call; of an appeal's it is the appeal's number. */
    public static final String CALL = "";

    /** Where a form lies. */
    public enum Place {
        /** On the screen, or it was when it was last seen. */
        OPEN,
        /** A call came between. */
        ASIDE,
        /** The officer cleared it; it can be taken back for a day. */
        CLEARED,
        /** Not begun: the number of a call that rings. */
        RINGING,
        /** It has become an appeal: its words are gone, and what is still on its way to be kept comes too late. */
        SENT
    }

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final Duration TAKEN_BACK = Duration.ofDays(1);

    /** What stands in a form of itself. */
    private static final Set<String> UNSAID = Set.of("key", "version", "subject", "channel", "rang");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;

    Drafts(JdbcClient jdbc, Vault vault, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** Whether there is anything in a form but what stands there of itself. */
    public static boolean says(Map<String, String> form) {
        return form.entrySet().stream()
                .anyMatch(f -> !UNSAID.contains(f.getKey())
                        && !f.getValue().isBlank()
                        && !(f.getKey().equals("phone") && f.getValue().equals(form.get("rang"))));
    }

    /**
     * Keeps what is in a form now, wherever the form lies.
     *
     * @throws BadInput when it is none of our forms
     */
    public Instant save(UUID account, Map<String, String> form) {
        return keep(account, form, null);
    }

    /** Keeps a form in a place; one in which nothing was said is not kept. */
    public void put(UUID account, Map<String, String> form, Place place) {
        if (says(form)) keep(account, form, place);
        else drop(account, form);
    }

    /** @param place null: where it is, or open when it is nowhere yet */
    Instant keep(UUID account, Map<String, String> form, @Nullable Place place) {
        Instant now = clock.instant();
        UUID key = required(form);
        jdbc.sql("""
                        insert into intake.draft as d (account, form, subject, place, saved, body)
                        values (:account, :form, :subject, coalesce(:place, 'OPEN'), :now, :body)
                        on conflict (account, form) do update
                        set place = coalesce(:place, d.place), saved = excluded.saved, turn = default, body = excluded.body
                        where d.place <> 'SENT'
                        """)
                .param("account", account)
                .param("form", key)
                .param("subject", subject(form))
                .param("place", place == null ? null : place.name())
                .param("now", Timestamp.from(now))
                .param("body", vault.hide(account, about(key), json.writeValueAsString(form)))
                .update();
        return now;
    }

    /** The form that is open, last kept first; empty when there is none. */
    @Transactional(readOnly = true)
    public Map<String, String> open(UUID account, String subject) {
        return in(Place.OPEN, account, subject, Instant.EPOCH).orElseGet(LinkedHashMap::new);
    }

    /** The form in a place that was kept there last. */
    @Transactional(readOnly = true)
    Optional<Map<String, String>> in(Place place, UUID account, String subject, Instant since) {
        return forms(place, account, subject, since).stream().findFirst();
    }

    /** A call that rings takes the place of one that rang before. */
    void ring(UUID account, Map<String, String> call) {
        jdbc.sql("delete from intake.draft where account = :account and place = 'RINGING'")
                .param("account", account)
                .update();
        keep(account, call, Place.RINGING);
    }

    /** Whether a form lies in a place. */
    @Transactional(readOnly = true)
    public boolean any(Place place, UUID account, String subject) {
        return !forms(place, account, subject, Instant.EPOCH).isEmpty();
    }

    private List<Map<String, String>> forms(Place place, UUID account, String subject, Instant since) {
        return jdbc.sql("""
                        select form, body from intake.draft
                        where account = :account and subject = :subject and place = :place and saved >= :since
                        order by turn desc
                        """)
                .param("account", account)
                .param("subject", subject)
                .param("place", place.name())
                .param("since", Timestamp.from(since))
                .query((rs, _) -> {
                    UUID key = rs.getObject("form", UUID.class);
                    return (Map<String, String>)
                            json.readValue(vault.unhide(account, about(key), rs.getBytes("body")), FIELDS);
                })
                .list();
    }

    /** What is open for a call is set aside, for another one. */
    void setAside(UUID account) {
        forms(Place.OPEN, account, CALL, Instant.EPOCH).forEach(form -> put(account, form, Place.ASIDE));
    }

    /** The form that has been aside for longest is open again and what is on the screen goes aside, so that all come round. */
    public void takeUp(UUID account, Map<String, String> typed) {
        List<Map<String, String>> aside = forms(Place.ASIDE, account, CALL, Instant.EPOCH).stream()
                .filter(form -> !key(form).equals(key(typed)))
                .toList();
        put(account, typed, aside.isEmpty() ? Place.OPEN : Place.ASIDE);
        if (!aside.isEmpty()) keep(account, aside.getLast(), Place.OPEN);
    }

    /**
     * What was cleared is there again. What is on the screen goes aside for it; about an appeal it goes where the cleared
     * was, and there all come round, for something stands in such a form of itself.
     */
    public void takeBack(UUID account, Map<String, String> typed) {
        String subject = subject(typed);
        boolean call = subject.equals(CALL);
        List<Map<String, String>> cleared = forms(Place.CLEARED, account, subject, Instant.EPOCH);
        put(account, typed, cleared.isEmpty() ? Place.OPEN : call ? Place.ASIDE : Place.CLEARED);
        if (!cleared.isEmpty()) keep(account, call ? cleared.getFirst() : cleared.getLast(), Place.OPEN);
    }

    /** A form that has become an appeal. */
    public void sent(UUID account, Map<String, String> form) {
        key(form).ifPresent(key -> keep(account, Map.of("key", key.toString(), "subject", subject(form)), Place.SENT));
    }

    /** What was typed about an appeal that is decided. */
    public void sentAbout(UUID account, String subject) {
        for (Place place : Place.values())
            forms(place, account, subject, Instant.EPOCH).forEach(f -> sent(account, f));
    }

    void drop(UUID account, Map<String, String> form) {
        jdbc.sql("delete from intake.draft where account = :account and form = :form and place <> 'SENT'")
                .param("account", account)
                .param("form", required(form))
                .update();
    }

    private static Optional<UUID> key(Map<String, String> form) {
        try {
            return Optional.of(UUID.fromString(form.getOrDefault("key", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static UUID required(Map<String, String> form) {
        return key(form).orElseThrow(() -> new BadInput("key", "problems.field.unknown", form.getOrDefault("key", "")));
    }

    private static String subject(Map<String, String> form) {
        String subject = form.getOrDefault("subject", CALL);
        if (!subject.matches("[0-9-]{0,40}")) throw new BadInput("subject", "problems.field.unknown", subject);
        return subject;
    }

    private static String about(UUID form) {
        return "draft:" + form;
    }

    @Override
    public String name() {
        return "drafts-under-the-new-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /**
     * Numbers of calls that nobody took go, and what was cleared or sent a day ago. After a rotation of keys drafts don't
     * stay under the old one; one that changes meanwhile is under the new one.
     */
    @Override
    public void run() {
        Instant now = clock.instant();
        jdbc.sql("""
                        delete from intake.draft
                        where (place = 'RINGING' and saved < :long) or (place in ('CLEARED', 'SENT') and saved < :day)
                        """)
                .param("long", Timestamp.from(now.minus(Calls.OFFERED)))
                .param("day", Timestamp.from(now.minus(TAKEN_BACK)))
                .update();
        record Draft(UUID account, UUID form, byte[] body) {}
        List<Draft> all = jdbc.sql("select account, form, body from intake.draft")
                .query((rs, _) -> new Draft(
                        rs.getObject("account", UUID.class), rs.getObject("form", UUID.class), rs.getBytes("body")))
                .list();
        for (Draft d : all) {
            if (vault.hiddenAnew(d.body())) continue;
            String what = about(d.form());
            jdbc.sql("""
                            update intake.draft set body = :anew
                            where account = :account and form = :form and body = :body
                            """)
                    .param("anew", vault.hide(d.account(), what, vault.unhide(d.account(), what, d.body())))
                    .param("account", d.account())
                    .param("form", d.form())
                    .param("body", d.body())
                    .update();
        }
    }
}
