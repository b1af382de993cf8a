package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Article 21: a new key is laid on all nodes first and written with second; none meets a value that it can't read. In an
 * application of its own, for keys are remembered as long as the process.
 */
@ShouwenTest
@TestPropertySource(properties = "shouwen.test.context=new-keys")
@DirtiesContext
class NewKeysOnNodesTest {
    @Autowired
    Vault vault;

    @Autowired
    Rotation rotation;

    @Autowired
    HeldKeys held;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String rotate(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        rotation.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private int writtenWith() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        transaction.executeWithoutResult(
                _ -> vault.keep(List.of(new IdentityToStore(id, Identity.of("甲示例", "13904157766", "", null)))));
        return jdbc.sql("select get_byte(phone, 0) from citizens.appellant where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void other(String holds) {
        jdbc.sql("""
                        insert into keys.node (node, seen, holds) select 'node-b', clock_timestamp(), %s
                        on conflict (node) do update set seen = excluded.seen, holds = excluded.holds
                        """.formatted(holds)).update();
    }

    @Test
    void a_new_key_is_used_once_every_node_that_runs_holds_it() {
        held.run();
        other("'{}'::text[]");
        assertThat(rotate()).startsWith("identity.2").contains("look-up.2.key", "node-b", "尚未启用", "Not used yet");
        rotation.run();
        assertThat(writtenWith()).as("node-b could not read it").isEqualTo(1);
        assertThat(rotate()).as("the same again, and no third").contains("identity.2", "node-b");
        assertThat(rotate("--look")).contains("node-b").doesNotContain("identity.3");
        other("array['identity.2:00']");
        rotation.run();
        assertThat(writtenWith()).as("nor with another key of that name").isEqualTo(1);
        other("array_agg(name || '.2:' || encode(check_value, 'hex')) from keys.laid");
        rotation.run();
        assertThat(writtenWith()).isEqualTo(2);
        assertThat(rotate("--look")).contains("No new key waits");
        jdbc.sql("update keys.node set seen = seen - interval '2 minutes' where node = 'node-b'")
                .update();
        assertThat(rotate()).as("one node alone").startsWith("identity.3").doesNotContain("node-b");
        assertThat(writtenWith()).isEqualTo(3);
    }
}
