package org.shouwen.search;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cuts files of tables and indexes, as a disk that is full or broken does. */
final class CutFiles {
    private CutFiles() {}

    /** @param kept share of the file, from its beginning, that is left */
    static void cut(DataSource owner, double kept, String... relations) throws Exception {
        JdbcTemplate template = new JdbcTemplate(owner);
        template.execute("checkpoint");
        String data = template.queryForObject("show data_directory", String.class);
        for (String relation : relations) {
            String file = Objects.requireNonNull(
                    template.queryForObject("select pg_relation_filepath('" + relation + "')", String.class));
            try (FileChannel channel = FileChannel.open(Path.of(data, file), StandardOpenOption.WRITE)) {
                channel.truncate((long) (channel.size() * kept));
            }
        }
        template.execute("create extension if not exists pg_buffercache");
        template.execute("select pg_buffercache_evict_all()");
    }

    /** So many vectors of nothing that the database looks them up in their indexes, before all others in each. */
    static void vectors(DataSource owner) {
        JdbcTemplate template = new JdbcTemplate(owner);
        template.execute("""
                insert into search.meaning (thing, kind, at, units, key, digest, vector)
                select cast('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0') as uuid), 'ORDER', now(), '{heating}', i - 5001, i,
                    decode(repeat('00', 256), 'hex') from generate_series(1, 5000) i
                """);
        template.execute("analyze search.meaning");
    }
}
