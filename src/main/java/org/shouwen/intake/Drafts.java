package org.shouwen.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.citizens.Vault;
import org.shouwen.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an officer has typed and not sent yet: outlives a reload, another machine and the end of the session. */
@Service
@Transactional
public class Drafts implements Job {
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final String ASIDE = "aside";

    /** What stands in a form of itself. */
    private static final Set<String> UNSAID = Set.of("key", "version", "subject", "channel");

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

    /**
     * Keeps what is in the form now.
     *
     * @param subject the appeal's number, or empty for a call
     */
    public Instant save(UUID account, String subject, Map<String, String> fields) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into intake.draft (account, subject, saved, body) values (:account, :subject, :now, :body)
                        on conflict (account, subject) do update set saved = excluded.saved, body = excluded.body
                        """)
                .param("account", account)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("body", vault.hide(account, "draft:" + subject, json.writeValueAsString(fields)))
                .update();
        return now;
    }

    /** Empty when nothing is kept. */
    @Transactional(readOnly = true)
    public Map<String, String> find(UUID account, String subject) {
        return jdbc.sql("select body from intake.draft where account = :account and subject = :subject")
                .param("account", account)
                .param("subject", subject)
                .query(byte[].class)
                .optional()
                .map(body ->
                        (Map<String, String>) json.readValue(vault.unhide(account, "draft:" + subject, body), FIELDS))
                .orElseGet(LinkedHashMap::new);
    }

    /** Keeps a form that a call has come between, beside others like it; one in which nothing was said is not kept. */
    public void setAside(UUID account, Map<String, String> form) {
        if (!says(form)) return;
        List<Map<String, String>> all = aside(account);
        all.addFirst(form);
        keepAside(account, all);
    }

    /** Whether a form waits for being taken up again. */
    @Transactional(readOnly = true)
    public boolean anyAside(UUID account) {
        return !find(account, ASIDE).isEmpty();
    }

    /**
     * The form that was set aside last is the one for a call again. What is in it now goes to the end of the row, so that
     * all come round.
     */
    public void takeUp(UUID account, Map<String, String> typed) {
        List<Map<String, String>> all = aside(account);
        if (says(typed)) all.addLast(typed);
        if (all.isEmpty()) return;
        save(account, Calls.FORM, all.removeFirst());
        keepAside(account, all);
    }

    /** Whether there is anything in a form but what stands there of itself. */
    public static boolean says(Map<String, String> form) {
        return form.entrySet().stream()
                .anyMatch(f -> !UNSAID.contains(f.getKey()) && !f.getValue().isBlank());
    }

    private List<Map<String, String>> aside(UUID account) {
        List<Map<String, String>> all = new ArrayList<>();
        find(account, ASIDE).values().forEach(form -> all.add(json.readValue(form, FIELDS)));
        return all;
    }

    private void keepAside(UUID account, List<Map<String, String>> all) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map<String, String> form : all) kept.put(Integer.toString(kept.size()), json.writeValueAsString(form));
        if (kept.isEmpty()) drop(account, ASIDE);
        else save(account, ASIDE, kept);
    }

    @Override
    public String name() {
        return "drafts-under-the-new-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Numbers of calls that nobody took go. After a rotation of keys drafts don't stay under the old one; one that changes meanwhile is under the new one. */
    @Override
    public void run() {
        record Draft(UUID account, String subject, byte[] body) {}
        List<Draft> all = jdbc.sql("select account, subject, body from intake.draft")
                .query((rs, _) ->
                        new Draft(rs.getObject("account", UUID.class), rs.getString("subject"), rs.getBytes("body")))
                .list();
        jdbc.sql("delete from intake.draft where subject = :ringing and saved < :long")
                .param("ringing", Calls.RINGING)
                .param("long", Timestamp.from(clock.instant().minus(Calls.OFFERED)))
                .update();
        for (Draft d : all) {
            if (vault.hiddenAnew(d.body())) continue;
            String what = "draft:" + d.subject();
            jdbc.sql("""
                            update intake.draft set body = :anew
                            where account = :account and subject = :subject and body = :body
                            """)
                    .param("anew", vault.hide(d.account(), what, vault.unhide(d.account(), what, d.body())))
                    .param("account", d.account())
                    .param("subject", d.subject())
                    .param("body", d.body())
                    .update();
        }
    }

    public void drop(UUID account, String subject) {
        jdbc.sql("delete from intake.draft where account = :account and subject = :subject")
                .param("account", account)
                .param("subject", subject)
                .update();
    }
}
