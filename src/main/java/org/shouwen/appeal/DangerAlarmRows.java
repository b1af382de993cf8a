package org.shouwen.appeal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Recorded;
import org.shouwen.history.VerifiableRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds each danger alarm's row against its history (ruling 11). */
@Component
class DangerAlarmRows implements VerifiableRows {
    /**
     * @param salt the appeal's, which goes into the digest of the reason
     * @param number the appeal's
     */
    private record Kept(DangerAlarm alarm, String salt, String number) {}

    private final JdbcClient jdbc;
    private final AppealDigest digest;

    DangerAlarmRows(JdbcClient jdbc, AppealDigest digest) {
        this.jdbc = jdbc;
        this.digest = digest;
    }

    @Override
    public String kind() {
        return DangerAlarm.KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc
                .sql("""
                        select d.*, a.salt, a.number from intake.danger_alarm d join intake.appeal a on a.id = d.appeal
                        order by d.id
                        """)
                .query((rs, n) -> new Kept(DangerAlarmStore.map(rs, n), rs.getString("salt"), rs.getString("number")))
                .list()
                .stream()
                .map(k -> new Row(k.alarm().id(), k.alarm().chain(), entries -> differences(k, entries))
                        .known(k.number()));
    }

    private List<String> differences(Kept kept, List<Recorded> entries) {
        DangerAlarm a = kept.alarm();
        DangerAlarm.State state = DangerAlarm.State.OPEN;
        String reason = null;
        Recorded raised = null;
        Recorded denied = null;
        Recorded decided = null;
        String guidance = "";
        for (Recorded e : entries) {
            switch (DangerEvent.FORMAT.read(e.body())) {
                case DangerEvent.Proposed p -> {
                    state = DangerAlarm.State.OPEN;
                    guidance = p.guidance();
                    raised = e;
                    denied = null;
                    decided = null;
                    reason = null;
                }
                case DangerEvent.Denied _ -> denied = e;
                case DangerEvent.Confirmed c -> {
                    state = DangerAlarm.State.CONFIRMED;
                    reason = c.reasonDigest();
                    decided = e;
                }
                case DangerEvent.Dismissed d -> {
                    state = DangerAlarm.State.DISMISSED;
                    reason = d.reasonDigest();
                    decided = e;
                }
                case DangerEvent.Forgotten f -> reason = decided == null ? null : f.reasonDigest();
            }
        }
        List<String> differences = new ArrayList<>();
        if (raised == null || !raised.at().equals(a.since()) || !guidance.equals(a.guidance()))
            differences.add("its alarm was changed");
        if (state != a.state() || !same(decided, a)) differences.add("its alarm was ended by nobody");
        if (!Objects.equals(denied == null ? null : denied.at(), a.deniedAt()))
            differences.add("what the appellant said of the alarm was changed");
        if (reason != null && !reason.equals(digest.said(kept.salt(), "alarm", a.reason())))
            differences.add("the reason of its alarm was changed");
        return differences;
    }

    private static boolean same(@Nullable Recorded decided, DangerAlarm a) {
        return decided == null
                ? a.officer() == null && a.decidedAt() == null
                : decided.at().equals(a.decidedAt()) && decided.by().name().equals(a.officer());
    }
}
