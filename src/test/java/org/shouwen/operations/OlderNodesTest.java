package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which migrations nodes of the version before bear, so that nodes can be upgraded one after the other. */
class OlderNodesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a.b (id uuid primary key); create unique index on a.b (id);",
                "create table a.b (id uuid); alter table a.b add check (id is not null);",
                "create index on a.old (x); -- drop table a.old;",
                "alter table a.old add column x text;",
                "alter table a.old add column x text not null default 'a, b', add column y int;",
                "create function a.f() returns int language sql as $$ delete from a.old; select 1 $$;",
                "comment on table a.old is 'drop table; everything';",
                "insert into a.lists values (1, 'drop');",
                "drop index a.by_day;"
            })
    void what_only_adds_is_borne(String sql) {
        assertThat(OlderNodes.against(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table a.old;",
                "alter table a.old rename to b;",
                "alter table a.old drop column x;",
                "alter table a.old alter column x set not null;",
                "alter table a.old add column x text not null;",
                "alter table a.old add column x text, add constraint one unique (x);",
                "alter table a.old add column x text unique;",
                "create unique index on a.old (x);",
                "update a.old set x = 1;",
                "create table a.b (id int); delete from a.old;",
                "create trigger t before insert on a.old for each row execute function a.f();",
                "vacuum full a.old;"
            })
    void what_takes_away_narrows_or_changes_is_not(String sql) {
        assertThat(OlderNodes.against(sql)).hasSize(1);
    }

    @Test
    void a_migration_is_found_by_its_version() throws Exception {
        Map<String, String> texts = MigrationText.all();
        assertThat(texts.get("705")).contains("create table messages.wish");
        assertThat(OlderNodes.against(texts.getOrDefault("705", "drop table x")))
                .isEmpty();
        assertThat(OlderNodes.against(texts.getOrDefault("1061", "drop table x")))
                .isEmpty();
        assertThat(texts).doesNotContainKey("99999").containsKey(MigrationText.plain("0705"));
    }
}
