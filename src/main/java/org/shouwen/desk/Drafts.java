package org.shouwen.desk;

import java.nio.charset.StandardCharsets;
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
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Turns;
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
    private static final UUID NONE = new UUID(0, 0);
    private static final Duration TAKEN_BACK = Duration.ofDays(1);

    /** What stands in a form of itself. */
    private static final Set<String> UNSAID = Set.of("key", "version", "subject", "channel", "rang", "typedAt");

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

    /** Whether a form has a key that it can be kept under. */
    public static boolean ours(Map<String, String> form) {
        return key(form).isPresent();
    }

    /** Whether there is anything in a form but what stands there of itself. */
    public static boolean says(Map<String, String> form) {
        return form.entrySet().stream()
                .anyMatch(f -> !UNSAID.contains(f.getKey())
                        && !f.getValue().isBlank()
                        && !(f.getKey().equals("phone") && f.getValue().equals(form.get("rang"))));
    }

    /**
     * Keeps what is in a form now, wherever the form lies. What was typed before what is kept already comes late and is
     * not kept any more; what was typed into a form after it was sent is a form of its own and lies aside.
     *
     * @return under which key
     * @throws BadInput when it is none of our forms
     */
    public UUID save(UUID account, Map<String, String> form) {
        return keep(account, form, null);
    }

    /** Keeps a form in a place; one in which nothing was said, and nobody called, is not kept. */
    public void put(UUID account, Map<String, String> form, Place place) {
        if (says(form) || !form.getOrDefault("rang", "").isBlank()) keep(account, form, place);
        else drop(account, form);
        if (place == Place.CLEARED && subject(form).equals(CALL)) setAside(account);
    }

    /** @param place null: where it is, or open when it is nowhere yet */
    UUID keep(UUID account, Map<String, String> form, @Nullable Place place) {
        UUID key = key(form)
                .orElseThrow(() -> new BadInput("key", "problems.field.unknown", form.getOrDefault("key", "")));
        Optional<Kept> there = kept(account, key);
        if (there.isEmpty()) {
            write(account, key, form, place, true);
            return key;
        }
        Kept kept = there.get();
        boolean earlier = typedAt(form) < typedAt(kept.fields());
        if (kept.place() == Place.SENT) {
            if (typedAt(form) <= typedAt(kept.fields())) return key;
            boolean first = kept(account, after(key)).isEmpty();
            return anew(account, form, after(key), place == null && first ? Place.ASIDE : place);
        }
        if (earlier && place != null && !form.equals(kept.fields()))
            return anew(account, form, UUID.randomUUID(), place); // another window has gone on with the same form
        if (!earlier && !form.equals(kept.fields()))
            write(account, key, form, place, typedAt(form) > typedAt(kept.fields()));
        else if (place != null) move(account, key, place);
        return key;
    }

    /** However often it is kept before the page knows it. */
    private static UUID after(UUID sent) {
        return UUID.nameUUIDFromBytes(("after " + sent).getBytes(StandardCharsets.US_ASCII));
    }

    private UUID anew(UUID account, Map<String, String> form, UUID key, @Nullable Place place) {
        Map<String, String> own = new LinkedHashMap<>(form);
        own.put("key", key.toString());
        return keep(account, own, place);
    }

    private record Kept(Place place, Map<String, String> fields) {}

    /** Whoever keeps the same form at this moment is waited for, also when it is the first time. */
    private Optional<Kept> kept(UUID account, UUID key) {
        Turns.await(jdbc, 8890, account + "/" + key);
        return jdbc.sql("select place, body from desk.draft where account = :account and form = :form")
                .param("account", account)
                .param("form", key)
                .query((rs, _) ->
                        new Kept(Place.valueOf(rs.getString("place")), fields(account, key, rs.getBytes("body"))))
                .optional();
    }

    /** @param typed whether something was typed, from which its term begins */
    private void write(UUID account, UUID key, Map<String, String> form, @Nullable Place place, boolean typed) {
        jdbc.sql("""
                        insert into desk.draft as d (account, form, subject, place, saved, moved, body)
                        values (:account, :form, :subject, coalesce(:place, 'OPEN'), :now, :now, :body)
                        on conflict (account, form) do update
                        set place = coalesce(:place, d.place), turn = default, body = excluded.body,
                            saved = case when :typed then excluded.saved else d.saved end, moved = excluded.moved
                        """)
                .param("account", account)
                .param("form", key)
                .param("subject", subject(form))
                .param("place", place == null ? null : place.name())
                .param("typed", typed)
                .param("now", Timestamp.from(clock.instant()))
                .param("body", vault.hide(account, about(key), json.writeValueAsString(form)))
                .update();
    }

    /** Its term goes on from when it was typed. */
    private void move(UUID account, UUID key, Place place) {
        jdbc.sql("""
                        update desk.draft set place = :place, moved = :now, turn = default
                        where account = :account and form = :form and place <> 'SENT'
                        """)
                .param("place", place.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("form", key)
                .update();
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
        jdbc.sql("delete from desk.draft where account = :account and place = 'RINGING'")
                .param("account", account)
                .update();
        keep(account, call, Place.RINGING);
    }

    /** Whether a form lies in a place. */
    @Transactional(readOnly = true)
    public boolean any(Place place, UUID account, String subject) {
        return !keys(place, account, subject, NONE).isEmpty();
    }

    private List<Map<String, String>> forms(Place place, UUID account, String subject, Instant since) {
        return jdbc.sql("""
                        select form, body from desk.draft
                        where account = :account and subject = :subject and place = :place and moved >= :since
                        order by turn desc
                        """)
                .param("account", account)
                .param("subject", subject)
                .param("place", place.name())
                .param("since", Timestamp.from(since))
                .query((rs, _) -> fields(account, rs.getObject("form", UUID.class), rs.getBytes("body")))
                .list();
    }

    private Map<String, String> fields(UUID account, UUID key, byte[] body) {
        return json.readValue(vault.unhide(account, about(key), body), FIELDS);
    }

    /** What is open for a call goes aside, so that the next one finds nothing of another; a call that hung up is let go. */
    void setAside(UUID account) {
        for (Map<String, String> form : forms(Place.OPEN, account, CALL, Instant.EPOCH)) {
            if (says(form)) key(form).ifPresent(key -> move(account, key, Place.ASIDE));
            else drop(account, form);
        }
    }

    /** The form that has been aside for longest is open again and what is on the screen goes aside, so that all come round. */
    public void takeUp(UUID account, Map<String, String> typed) {
        List<UUID> aside = keys(Place.ASIDE, account, typed);
        if (exchanged(account, typed, Place.ASIDE, aside)) move(account, aside.getLast(), Place.OPEN);
    }

    /**
     * What was cleared is there again. What is on the screen goes aside for it; about an appeal it goes where the cleared
     * was, and there all come round, for something stands in such a form of itself.
     */
    public void takeBack(UUID account, Map<String, String> typed) {
        boolean call = subject(typed).equals(CALL);
        List<UUID> cleared = keys(Place.CLEARED, account, typed);
        if (exchanged(account, typed, call ? Place.ASIDE : Place.CLEARED, cleared))
            move(account, call ? cleared.getFirst() : cleared.getLast(), Place.OPEN);
    }

    /** Not when there is nothing to exchange it for, nor a second time for one that lies there already. */
    private boolean exchanged(UUID account, Map<String, String> typed, Place place, List<UUID> against) {
        boolean again = kept(account, key(typed).orElse(NONE))
                .map(Kept::place)
                .filter(place::equals)
                .isPresent();
        put(account, typed, again || !against.isEmpty() ? place : Place.OPEN);
        return !again && !against.isEmpty();
    }

    /** Of all others about the same, last kept first. */
    private List<UUID> keys(Place place, UUID account, Map<String, String> but) {
        return keys(place, account, subject(but), key(but).orElse(NONE));
    }

    /** Of what lies in a place, without reading it. */
    private List<UUID> keys(Place place, UUID account, String subject, UUID but) {
        return jdbc.sql("""
                        select form from desk.draft
                        where account = :account and subject = :subject and place = :place and form <> :but
                        order by turn desc
                        """)
                .param("account", account)
                .param("subject", subject)
                .param("place", place.name())
                .param("but", but)
                .query(UUID.class)
                .list();
    }

    /**
     * A form that has become an appeal, or has decided one; of its words nothing stays. What else is open for a call goes
     * aside; what else was typed about the appeal is of no use any more.
     */
    public void sent(UUID account, String subject, Map<String, String> form) {
        key(form).ifPresent(key -> sent(account, key, subject, form));
        if (subject.equals(CALL)) {
            setAside(account);
        } else {
            for (Place place : Place.values())
                for (Map<String, String> other : forms(place, account, subject, Instant.EPOCH))
                    key(other).ifPresent(key -> sent(account, key, subject, other));
        }
    }

    private void sent(UUID account, UUID key, String subject, Map<String, String> form) {
        Optional<Kept> there = kept(account, key);
        if (there.isPresent()
                && there.get().place() != Place.SENT
                && typedAt(there.get().fields()) > typedAt(form))
            anew(account, there.get().fields(), after(key), Place.ASIDE);
        long at = Math.max(
                typedAt(form),
                there.filter(k -> k.place() == Place.SENT)
                        .map(k -> typedAt(k.fields()))
                        .orElse(0L));
        Map<String, String> mark = Map.of("key", key.toString(), "subject", subject, "typedAt", Long.toString(at));
        write(account, key, mark, Place.SENT, true);
    }

    private static long typedAt(Map<String, String> form) {
        String at = form.getOrDefault("typedAt", "");
        return at.matches("\\d{1,18}") ? Long.parseLong(at) : 0;
    }

    void drop(UUID account, Map<String, String> form) {
        jdbc.sql("delete from desk.draft where account = :account and form = :form and place <> 'SENT'")
                .param("account", account)
                .param("form", key(form).orElse(NONE))
                .update();
    }

    private static Optional<UUID> key(Map<String, String> form) {
        try {
            return Optional.of(UUID.fromString(form.getOrDefault("key", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
                        delete from desk.draft
                        where (place = 'RINGING' and moved < :long) or (place in ('CLEARED', 'SENT') and moved < :day)
                        """)
                .param("long", Timestamp.from(now.minus(Calls.OFFERED)))
                .param("day", Timestamp.from(now.minus(TAKEN_BACK)))
                .update();
        record Draft(UUID account, UUID form, byte[] body) {}
        List<Draft> all = jdbc.sql("select account, form, body from desk.draft")
                .query((rs, _) -> new Draft(
                        rs.getObject("account", UUID.class), rs.getObject("form", UUID.class), rs.getBytes("body")))
                .list();
        for (Draft d : all) {
            if (vault.hiddenAnew(d.body())) continue;
            String what = about(d.form());
            jdbc.sql("""
                            update desk.draft set body = :anew
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
