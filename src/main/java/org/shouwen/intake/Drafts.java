package org.shouwen.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwen.citizens.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an officer has typed and not sent yet: outlives a reload, another machine and the end of the session. */
@Service
@Transactional
public class Drafts {
    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
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

    public void drop(UUID account, String subject) {
        jdbc.sql("delete from intake.draft where account = :account and subject = :subject")
                .param("account", account)
                .param("subject", subject)
                .update();
    }
}
