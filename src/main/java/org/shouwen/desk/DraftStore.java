package org.shouwen.desk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of forms that are half typed, each hidden under its own context. */
@Repository
class DraftStore {
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final Duration TAKEN_BACK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;

    DraftStore(JdbcClient jdbc, Vault vault, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    record Kept(Drafts.Place place, Map<String, String> fields) {
        long typedAt() {
            return DraftForm.typedAt(fields);
        }
    }

    /** Whoever keeps the same form at this moment is waited for, also when it is the first time. */
    Optional<Kept> kept(UUID account, UUID key) {
        Turns.await(jdbc, 8890, account + "/" + key);
        return jdbc.sql("select place, body from desk.draft where account = :account and form = :form")
                .param("account", account)
                .param("form", key)
                .query((rs, _) -> new Kept(
                        Drafts.Place.valueOf(rs.getString("place")), fields(account, key, rs.getBytes("body"))))
                .optional();
    }

    /** @param typed whether something was typed, from which its term begins */
    void write(UUID account, UUID key, Map<String, String> form, Drafts.@Nullable Place place, boolean typed) {
        jdbc.sql("""
                        insert into desk.draft as d (account, form, subject, place, saved, moved, body)
                        values (:account, :form, :subject, coalesce(:place, 'OPEN'), :now, :now, :body)
                        on conflict (account, form) do update
                        set place = coalesce(:place, d.place), turn = default, body = excluded.body,
                            saved = case when :typed then excluded.saved else d.saved end, moved = excluded.moved
                        """)
                .param("account", account)
                .param("form", key)
                .param("subject", DraftForm.subject(form))
                .param("place", place == null ? null : place.name())
                .param("typed", typed)
                .param("now", Timestamp.from(clock.instant()))
                .param("body", vault.hide(account, about(key), json.writeValueAsString(form)))
                .update();
    }

    /** Its term goes on from when it was typed. */
    void move(UUID account, UUID key, Drafts.Place place) {
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

    List<Map<String, String>> forms(Drafts.Place place, UUID account, String subject, Instant since) {
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

    /** Of what lies in a place, without reading it. */
    List<UUID> keys(Drafts.Place place, UUID account, String subject, UUID but) {
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

    void drop(UUID account, UUID key) {
        jdbc.sql("delete from desk.draft where account = :account and form = :form and place <> 'SENT'")
                .param("account", account)
                .param("form", key)
                .update();
    }

    void dropRinging(UUID account) {
        jdbc.sql("delete from desk.draft where account = :account and place = 'RINGING'")
                .param("account", account)
                .update();
    }

    /** Numbers of calls that nobody took go, and what was cleared or sent a day ago. */
    void clear(Instant now) {
        jdbc.sql("""
                        delete from desk.draft
                        where (place = 'RINGING' and moved < :long) or (place in ('CLEARED', 'SENT') and moved < :day)
                        """)
                .param("long", Timestamp.from(now.minus(Calls.OFFERED)))
                .param("day", Timestamp.from(now.minus(TAKEN_BACK)))
                .update();
    }

    /** One that changes meanwhile is under the new key. */
    void hideAnew() {
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

    private static String about(UUID form) {
        return "draft:" + form;
    }
}
