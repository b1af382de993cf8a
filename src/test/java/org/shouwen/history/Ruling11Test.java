package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Matter;
import org.shouwen.workorder.NewWorkOrder;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ruling 11: whatever the database's owner changes, removes or inserts shows. Each tampering is undone afterwards. */
@ShouwenTest
class Ruling11Test {
    @Autowired
    WorkOrders orders;

    @Autowired
    Verification verification;

    @Autowired
    Sealing sealing;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private static int next;

    @Autowired
    DataSource dataSource;

    @Autowired
    DriverManagerDataSource owner;

    private UUID order;

    @BeforeEach
    void an_order_with_three_entries() {
        order = UuidCreator.getTimeOrderedEpoch();
        String number = "V%05d".formatted(++next);
        Matter matter = new Matter("标题", "内容", "livelihood", null, null, "", "", null);
        UUID appeal = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            new JdbcTemplate(dataSource)
                    .update("insert into confidentiality.party (number, appeal) values (?, ?)", number, appeal);
            orders.register(List.of(new NewWorkOrder(order, number, appeal, matter, clock.instant(), Actor.APPELLANT)));
        });
        CurrentUser person = new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER));
        orders.act(number, new Command.Note("一"), person, null);
        orders.act(number, new Command.Note("二"), person, null);
    }

    @Test
    void untouched_all_is_as_it_was_written() {
        sealing.run();
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    /** A verification of millions takes longer than the minute between two sealings. */
    @Test
    void what_is_written_and_sealed_while_it_is_verified_is_no_finding() {
        sealing.run();
        CurrentUser person = new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER));
        boolean[] written = {false};
        assertThat(verification
                        .verify(_ -> {
                            if (written[0]) return;
                            written[0] = true;
                            Thread other = Thread.ofPlatform().start(() -> {
                                orders.act("V%05d".formatted(next), new Command.Note("三"), person, null);
                                sealing.run();
                                orders.act("V%05d".formatted(next), new Command.Note("四"), person, null);
                            });
                            await(other);
                        })
                        .findings())
                .isEmpty();
        assertThat(written[0]).isTrue();
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    private static void await(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void even_the_owner_can_not_change_the_history_in_passing() {
        JdbcTemplate owners = new JdbcTemplate(owner);
        assertThatThrownBy(() -> owners.update("update history.entry set body = '{}'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> owners.update("delete from history.entry")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> owners.execute("truncate history.entry")).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history.entry set body = replace(body, '一', '三') where subject_id = ? and seq = 2",
                "update history.entry set at = at - interval '1 day' where subject_id = ? and seq = 2",
                "update history.entry set actor_name = 'x' where subject_id = ? and seq = 2",
                "delete from history.entry where subject_id = ? and seq = 2",
                "insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal) select subject_kind, subject_id, 4, at, actor_name, type, body, seal from history.entry where subject_id = ? and seq = 3",
                "update workorder.work_order set lead_unit = 'other', state = 'REGISTERED', reworks = 2 where id = ?",
                "update workorder.work_order set registered_at = registered_at, number = number || 'x' where id = ?",
                "update workorder.matter set content = '别的' where order_id = ?",
                "with w as (delete from workorder.matter where order_id = ?) select 1",
            })
    void each_tampering_shows(String tampering) {
        assertThat(findingsAfter(tampering)).isNotEmpty();
    }

    @Test
    void the_newest_entry_taken_away_with_its_row_set_back_shows_before_any_sealing() {
        assertThat(
                        findingsAfter(
                                "delete from history.entry where subject_id = ? and seq = 3",
                                "update workorder.work_order w set version = 2, head = e.seal from history.entry e where w.id = ? and e.subject_id = w.id and e.seq = 2"))
                .isNotEmpty();
    }

    @Test
    void a_whole_order_taken_away_with_its_history_shows_by_the_seal() {
        sealing.run();
        assertThat(findingsAfter(
                        "delete from history.entry where subject_id = ?",
                        "delete from workorder.matter where order_id = ?",
                        "delete from workorder.work_order where id = ?"))
                .isNotEmpty();
    }

    @Test
    void a_sealing_taken_away_shows_by_its_line_outside_the_database() {
        sealing.run();
        assertThat(
                        findingsAfter(
                                "delete from history.seal where no = (select max(no) from history.seal) and ?::uuid is not null"))
                .isNotEmpty();
    }

    /** As the owner would: switches the triggers off, tampers; all on a connection that is rolled back. */
    private List<String> findingsAfter(String... tamperings) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(connection, true));
            try {
                sql.execute("set local session_replication_role = replica");
                for (String t : tamperings) {
                    if (t.startsWith("with")) sql.queryForList(t, order);
                    else assertThat(sql.update(t, order)).isPositive();
                }
                return verification.check(verification.outside(), _ -> {}).findings();
            } finally {
                TransactionSynchronizationManager.unbindResource(dataSource);
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
