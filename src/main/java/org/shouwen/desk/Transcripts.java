package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was heard in calls, word by word: for the agent whose call it is alone, and forgotten with the call (Art. 21). */
@Service
@Transactional
@Basis(Clause.A21)
public class Transcripts {
    static final String WORDS = "utterance";

    /** Characters of one utterance; a recogniser that says more says nonsense. */
    private static final int LONGEST = 2_000;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource clock;

    Transcripts(JdbcClient jdbc, Vault vault, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Something that was said in a call. */
    public record Said(Speech.Side side, Utterance what) {}

    Optional<UUID> call(String source, String ref) {
        return jdbc.sql("select id from desk.call where source = :source and ref = :ref")
                .param("source", source)
                .param("ref", ref)
                .query(UUID.class)
                .optional();
    }

    /** Keeps it; a guess never takes the place of words that are settled, however late it comes. */
    void heard(UUID call, Speech.Side side, Utterance u) {
        UUID id = jdbc.sql("select id from desk.utterance where call = :call and side = :side and turn = :turn")
                .param("call", call)
                .param("side", side.name())
                .param("turn", u.turn())
                .query(UUID.class)
                .optional()
                .orElseGet(UuidCreator::getTimeOrderedEpoch);
        String words = u.words().substring(0, Math.min(LONGEST, u.words().length()));
        jdbc.sql("""
                        insert into desk.utterance as u (id, call, side, turn, from_ms, to_ms, settled, words, told)
                        select :id, :call, :side, :turn, :from, :to, :settled, :words, :now
                        where exists (select from desk.call where id = :call and forgotten is null)
                        on conflict (id) do update set to_ms = excluded.to_ms, from_ms = excluded.from_ms,
                            settled = excluded.settled, words = excluded.words, told = excluded.told
                        where not u.settled or excluded.settled
                        """)
                .param("id", id)
                .param("call", call)
                .param("side", side.name())
                .param("turn", u.turn())
                .param("from", u.fromMs())
                .param("to", u.toMs())
                .param("settled", u.settled())
                .param("words", vault.hide(id, WORDS, words))
                .param("now", Instants.timestamp(Instants.now(clock)))
                .update();
    }

    /** What was said so far, in the order of speaking; nothing of a call that is another agent's. */
    @Transactional(readOnly = true)
    public List<Said> of(UUID call, UUID account) {
        return jdbc.sql("""
                        select u.* from desk.utterance u join desk.call c on c.id = u.call
                        where u.call = :call and c.account = :account order by u.from_ms, u.side, u.turn
                        """)
                .param("call", call)
                .param("account", account)
                .query((rs, _) -> new Said(
                        Speech.Side.valueOf(rs.getString("side")),
                        new Utterance(
                                rs.getInt("turn"),
                                rs.getLong("from_ms"),
                                rs.getLong("to_ms"),
                                vault.unhide(rs.getObject("id", UUID.class), WORDS, rs.getBytes("words")),
                                rs.getBoolean("settled"))))
                .list();
    }
}
