package org.shouwen.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Phone;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 三方通话: an agent has a unit's expert join the call that lasts (Art. 4, 12.1); the duty telephone of this hour is dialled. */
@Service
@Transactional
@Basis(Clause.A12_1)
public class Experts {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final DutyPhones phones;
    private final Dials dials;

    Experts(JdbcClient jdbc, Directory directory, DutyPhones phones, Dials dials) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.phones = phones;
        this.dials = dials;
    }

    /** Units that can be called. */
    @Transactional(readOnly = true)
    public List<Unit> units() {
        return directory.units();
    }

    /**
     * @param typed code of the unit
     * @throws BadInput when the call is over or another's, the unit has no telephone, or the exchange does not take it
     */
    public void join(UUID call, @Nullable String typed, CurrentUser by) {
        String code = Text.required("unit", typed, 60);
        Unit unit = directory
                .unit(new UnitId(code))
                .orElseThrow(() -> new BadInput("unit", "problems.field.unknown", code));
        String ref = jdbc.sql("select ref from desk.call where id = :id and account = :me and outcome = 'TALKING'")
                .param("id", call)
                .param("me", by.account())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new BadInput("dial", "desk.bad.call-over"));
        DutyPhone first =
                phones.now(unit.id()).stream().findFirst().orElseThrow(() -> new BadInput("unit", "desk.duty.none"));
        dials.join(call, ref, code, unit.name(), Phone.parse("phone", first.phone()), by);
    }
}
