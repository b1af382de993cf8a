package org.shouwen.callermeasures;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.HeldRowCheck;
import org.shouwen.history.KeyedDigest;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.VerifiableRows;
import org.shouwen.identity.Vault;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rulings as whole documents beside the columns that they are found by; each is what the journal last wrote of it. The
 * keyed hash of the number stands here alone, and no longer than the vault knows the number.
 */
@Repository
class RulingStore implements VerifiableRows {
    static final String KIND = "nuisance";
    static final String ROWS = "nuisance.ruling";
    static final StoredFormat<Ruling> FORMAT = StoredFormat.of(Ruling.class);
    private final JdbcClient jdbc;
    private final HeldRowCheck held;
    private final Vault vault;
    private final Hmac hmac;

    RulingStore(JdbcClient jdbc, Vault vault, Keys keys, HeldRowCheck held) {
        this.held = held;
        this.hmac = new Hmac(keys.key("history"));
        this.jdbc = jdbc;
        this.vault = vault;
    }

    String write(Ruling r) {
        return FORMAT.write(r);
    }

    /** What the journal says of the number: a row that was given another one shows, until the salt is forgotten. */
    String digest(String salt, String phoneKey) {
        return KeyedDigest.first(hmac.ofParts(salt, phoneKey));
    }

    /** @param phoneKey the number as a keyed hash */
    void insert(Ruling r, String salt, String phoneKey) {
        jdbc.sql("""
            insert into nuisance.ruling (id, salt, phone_key, state, body)
            values (:id, :salt, :key, :state, :body)
            """)
                .param("salt", salt)
                .param("id", r.id())
                .param("key", phoneKey)
                .param("state", r.state().name())
                .param("body", write(r))
                .update();
    }

    void update(Ruling r) {
        jdbc.sql("update nuisance.ruling set state = :state, until = :until, body = :body where id = :id")
                .param("id", r.id())
                .param("state", r.state().name())
                .param("until", r.until() == null ? null : Date.valueOf(r.until()))
                .param("body", write(r))
                .update();
    }

    /** What is over forgets the number with the vault (Art. 21). */
    List<Ruling> forgetNumbers() {
        List<Ruling> over = jdbc.sql(
                        "select body from nuisance.ruling where state in ('REFUSED', 'ENDED') and phone_key <> ''")
                .query((rs, _) -> read(rs.getString("body")))
                .list();
        Set<UUID> known = vault.withNumber(over.stream().map(Ruling::appellant).toList());
        List<Ruling> forgotten =
                over.stream().filter(r -> !known.contains(r.appellant())).toList();
        jdbc.sql("update nuisance.ruling set phone_key = '', salt = '' where id = any(:ids)")
                .param("ids", forgotten.stream().map(Ruling::id).toArray(UUID[]::new))
                .update();
        return forgotten;
    }

    Optional<Ruling> lock(UUID id) {
        return jdbc.sql("select body from nuisance.ruling where id = :id for update")
                .param("id", id)
                .query((rs, _) -> read(rs.getString("body")))
                .optional();
    }

    /** @param phoneKeys one number in each of its forms */
    Optional<Ruling> inForce(Collection<String> phoneKeys, LocalDate today) {
        return jdbc.sql("""
            select body from nuisance.ruling
            where phone_key = any(:keys) and state = 'IN_FORCE' and until >= :today
            order by until desc limit 1
            """)
                .param("keys", phoneKeys.toArray(String[]::new))
                .param("today", Date.valueOf(today))
                .query((rs, _) -> read(rs.getString("body")))
                .optional()
                .filter(r -> held.stands(ROWS, r.id()));
    }

    List<UUID> outOfTerm(LocalDate today) {
        List<UUID> ended = jdbc.sql("select id from nuisance.ruling where state = 'IN_FORCE' and until < :today")
                .param("today", Date.valueOf(today))
                .query(UUID.class)
                .list();
        return held.standing(ROWS, ended, id -> id);
    }

    /**
     * Open ones first, oldest first; then those in force, by their terms; then the newest of the rest.
     *
     * @param there whether an appeal in {@code e.number} is there for the reader: what rests on one that is not, is not either
     */
    Page<Ruling> list(String there, String reader, @Nullable After after, int limit) {
        String rows = """
                                  select r.*, case when state in ('PROPOSED', 'SECONDED') then 0 when state = 'IN_FORCE' then 1 else 2 end as rank,
                                      case when state in ('PROPOSED', 'SECONDED') then born
                                           when state = 'IN_FORCE' then until - date '2000-01-01' else -born end as turn
                                  from nuisance.ruling r,
                                      -- the key begins with the milliseconds at which it was made
                                      lateral (select ('x' || left(replace(r.id::text, '-', ''), 12))::bit(48)::bigint as born) b
                                  where not exists (select from jsonb_array_elements_text(r.body::jsonb -> 'evidence') e(number)
                                                    where not
                                  """ + there + ")";
        return Keyset.page(jdbc, rows, Map.of("reader", reader), after, limit, (rs, _) -> read(rs.getString("body")));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return kept().stream()
                .map(k -> (fits(k) ? Row.asLastWritten(k.id(), k.ruling(), FORMAT) : Row.unlike(k.id()))
                        .known(k.ruling().told()));
    }

    /** All rows as they lie there. */
    List<Kept> kept() {
        return jdbc.sql("select id, salt, phone_key, state, until, body from nuisance.ruling order by id")
                .query((rs, _) -> new Kept(
                        rs.getObject("id", UUID.class),
                        read(rs.getString("body")),
                        rs.getString("salt"),
                        rs.getString("phone_key"),
                        rs.getString("state"),
                        rs.getObject("until", LocalDate.class)))
                .list();
    }

    /** Whether the columns of a row say what its ruling says. */
    boolean fits(Kept k) {
        Ruling.State state = k.ruling().state();
        boolean over = state == Ruling.State.REFUSED || state == Ruling.State.ENDED;
        boolean forgotten = over && k.phoneKey().isEmpty() && k.salt().isEmpty();
        return (forgotten || KeyedDigest.fits(k.ruling().number(), digest(k.salt(), k.phoneKey())))
                && state.name().equals(k.state())
                && Objects.equals(k.ruling().until(), k.until());
    }

    record Kept(
            UUID id,
            Ruling ruling,
            String salt,
            String phoneKey,
            String state,
            @Nullable LocalDate until) {}

    private Ruling read(String body) {
        return FORMAT.read(body);
    }
}
