package org.shouwen.reporting.own;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a unit noted of a call goes with the person (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenNotes implements Forgets {
    private final JdbcClient jdbc;

    ForgottenNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int forget(EndedMatter matter) {
        jdbc.sql("update reporting.own_call set note = '' where number = :number")
                .param("number", matter.number())
                .update();
        return 0;
    }
}
