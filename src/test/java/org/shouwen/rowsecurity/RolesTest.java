package org.shouwen.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two cities on one database server: roles are the server's, and neither locks the other out. */
@ShouwenTest
class RolesTest {
    private static final String ANOTHER = "another_city_of_the_server";
    private static final Roles ROLES = new Roles("of_two_cities");
    private static final String ONE = Roles.mark(new byte[32]);
    private static final String OTHER = Roles.mark(new byte[] {1});

    @Autowired
    @FlywayDataSource
    DriverManagerDataSource owner;

    private DriverManagerDataSource another() {
        return new DriverManagerDataSource(
                String.valueOf(owner.getUrl()).replaceFirst("/[^/?]+(\\?|$)", "/" + ANOTHER + "$1"),
                String.valueOf(owner.getUsername()),
                String.valueOf(owner.getPassword()));
    }

    private void sql(String... statements) throws Exception {
        try (Connection c = owner.getConnection();
                Statement s = c.createStatement()) {
            for (String statement : statements) s.execute(statement);
        }
    }

    @BeforeEach
    void two() throws Exception {
        sql("create database " + ANOTHER);
    }

    @AfterEach
    void one() throws Exception {
        sql(
                "drop database if exists " + ANOTHER,
                "drop role if exists " + ROLES.application(),
                "drop role if exists " + ROLES.unit());
    }

    @Test
    void a_second_city_does_not_take_the_first_ones_roles_and_is_told_what_to_set() throws Exception {
        assertThat(ROLES.ensure(owner, "of one", ONE)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROLES.ensure(another(), "of the other", OTHER))
                .withMessageContaining("SHOUWEN_DB_ROLES")
                .withMessageContaining(ROLES.application());
        assertThat(ROLES.ensure(owner, "of one", ONE)).as("again").isTrue();
    }

    @Test
    void a_changed_password_a_copy_and_a_database_that_is_gone_are_no_other_city() throws Exception {
        assertThat(ROLES.ensure(another(), "before", ONE)).isTrue();
        assertThat(ROLES.ensure(another(), "changed", ONE)).isTrue();
        assertThat(ROLES.ensure(owner, "changed", ONE)).as("a copy beside it").isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ROLES.ensure(owner, "of the other", OTHER));
        sql("drop database " + ANOTHER);
        assertThat(ROLES.ensure(owner, "of the other", OTHER)).isTrue();
    }

    @Test
    void all_rules_hold_for_roles_with_another_prefix() throws Exception {
        assertThat(ROLES.ensure(owner, "of one", ONE)).isTrue();
        try (Connection c = owner.getConnection();
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            new RowRules(ROLES).apply(c, s);
            try (ResultSet rs = s.executeQuery("""
                    select count(*) filter (where roles::text[] && array['shouwen_app', 'shouwen_unit']),
                           count(*) filter (where roles::text[] && array['%s', '%s'])
                    from pg_policies""".formatted(ROLES.application(), ROLES.unit()))) {
                rs.next();
                assertThat(rs.getInt(1)).isZero();
                assertThat(rs.getInt(2)).isGreaterThan(50);
            } finally {
                c.rollback();
            }
        }
    }

    @Test
    void a_prefix_that_is_no_name_is_refused() {
        for (String wrong : new String[] {"", "Shouwen", "a b", "x'; drop role y", "9"})
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Roles(wrong))
                    .withMessageContaining("SHOUWEN_DB_ROLES");
    }
}
