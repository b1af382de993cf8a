package org.shouwen.jobs;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the dead process of a node had picked and never finished. */
final class FormerWork {
    private FormerWork() {}

    /**
     * Gives it back, so that whoever looks next does it. To be called before the node's schedulers start: until then nothing
     * that lives has picked anything under its name. Work of other nodes is left to their heartbeats.
     *
     * @return how many were given back
     */
    static int release(DataSource dataSource, String node, List<String> tables) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        return tables.stream()
                .mapToInt(table -> jdbc.sql("update " + table
                                + " set picked = false, picked_by = null, last_heartbeat = null, version = version + 1"
                                + " where picked and picked_by = :node")
                        .param("node", node)
                        .update())
                .sum();
    }
}
