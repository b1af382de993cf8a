package org.shouwen.appeal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people said, as papers that many read may quote it: without what leads to a person. Appeals with something to be kept
 * from units, and those in which somebody is complained about, are never quoted (Art. 21).
 */
@Component
@Basis(Clause.A21)
public class MaskedSamples {
    private final JdbcClient jdbc;
    private final AppealRows rows;
    private final Vault vault;

    MaskedSamples(JdbcClient jdbc, AppealRows rows, Vault vault) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.vault = vault;
    }

    /** @param words title and content, without names, numbers and addresses, and without their masks */
    public record Sample(UUID appeal, String number, String words) {}

    /** Those of the given appeals that may be quoted. */
    public Map<UUID, Sample> of(Collection<UUID> appeals) {
        return quoted("a.id = any(:which)", appeals.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(Sample::appeal, Function.identity()));
    }

    /** The same by numbers of appeals, which are those of their orders. */
    public Map<String, Sample> ofNumbers(Collection<String> numbers) {
        return quoted("a.number = any(:which)", numbers.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(Sample::number, Function.identity()));
    }

    private List<Sample> quoted(String which, Object[] values) {
        if (values.length == 0) return List.of();
        return jdbc
                .sql("select a.* from intake.appeal a where " + which + """
                         and a.forgotten_at is null
                            and not exists (select from confidentiality.complained_about x where x.number = a.number
                                and (x.accused <> '' or x.said <> ''))
                        """)
                .param("which", values)
                .query(rows::map)
                .list()
                .stream()
                .filter(a -> !a.words().kept())
                .map(this::sample)
                .toList();
    }

    private Sample sample(Appeal a) {
        Redactor masks = vault.scrub(a.appellant());
        return new Sample(
                a.id(),
                a.number(),
                MaskRemover.of(
                        masks.of(a.words().title()) + "：" + masks.of(a.words().content())));
    }
}
