package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 2: the same four messages as tables, as the four tables of a 110 side have them; once, whichever way they come. */
@ShouwenTest
class ExchangeTablesTest extends ExchangeCity {
    @Autowired
    ExchangeCommand command;

    @Autowired
    HandingOver handing;

    @TempDir
    Path folder;

    private String run(String... words) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        command.run(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path table(String text) throws Exception {
        return Files.write(folder.resolve(UUID.randomUUID() + ".csv"), text.getBytes(Charset.forName("GB18030")));
    }

    private int matters() {
        return jdbc.sql("select count(*) from exchange.matter where source_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_table_with_a_title_and_the_columns_of_a_110_side_is_taken_and_a_second_time_is_known() throws Exception {
        Path file = table("""
                振兴分局移交12345非警务警情,,,,,
                序号,jjdbh,bjsj,lxdh,jqlbmc,bjnr
                1,%s,2026-09-30 09:10:00,13900001234,群众求助,振兴路12号门前污水外溢
                """.formatted(id));
        assertThat(run(POLICE, "import", file.toString(), "--dry-run")).contains("rows 1, 新收 taken 1", "什么也没有导入");
        worked();
        assertThat(matters()).as("a dry run changes nothing").isZero();
        assertThat(run(POLICE, "import", file.toString())).contains("taken 1");
        worked();
        assertThat(appeal().words().content()).contains("污水外溢");
        assertThat(run(POLICE, "import", file.toString())).contains("known 1");
        assertThat(peer.send(port, POLICE, "m1", handover(""), clock.instant()).body())
                .as("nor over HTTP")
                .contains("known");
    }

    @Test
    void a_value_without_a_mapping_refuses_the_table_before_anything_changes() throws Exception {
        Path file = table("""
                接警单号,业务类型,警情类别,报警内容
                %s,交办,求助,路灯不亮请派人修理
                %s-2,移送,求助,同上
                %s-3,交办,群体事件,同上
                """.formatted(id, id, id));
        assertThat(run(POLICE, "import", file.toString())).contains("event=移送").contains("kind=群体事件");
        worked();
        assertThat(matters()).isZero();
    }

    @Test
    void a_row_without_a_number_lies_among_the_rejects_and_costs_no_other() throws Exception {
        Path file = table("""
                接警单号,报警内容
                ,没有编号的一行 %s
                %s,有编号的一行，路灯不亮
                """.formatted(id, id));
        assertThat(run(POLICE, "import", file.toString())).contains("taken 1").contains("rejected 1");
        worked();
        assertThat(matters()).isOne();
        assertThat(run(POLICE, "import", file.toString())).contains("known 1");
        assertThat(jdbc.sql("select count(*) from inbound.received where source = 'exchange' and state = 'REJECTED'"
                                + " and reason = 'bad-id' and event = 'police-110/unreadable'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void what_waits_goes_as_a_table_and_the_reply_comes_back_as_one() throws Exception {
        Files.deleteIfExists(home.resolve("exchange/" + POLICE + ".yaml")); // no address: tables only
        String number = cases.aCase().number();
        handing.handOver(POLICE, number, "请出警", "", People.DISPATCHER);
        told();
        assertThat(peer.got).isEmpty();
        Path file = folder.resolve("out.csv");
        String said = run(POLICE, "write", file.toString());
        assertThat(Files.readString(file)).contains("接警单号").contains(number).contains("交办");
        String sent = said.substring(said.indexOf("sent ") + 5).strip();
        assertThat(run((POLICE + " sent " + sent).split(" "))).doesNotContain("noted 0");
        Path again = folder.resolve("again.csv");
        run(POLICE, "write", again.toString());
        assertThat(Files.readString(again)).doesNotContain(number);

        Path back = table("""
                接警单号,业务类型,推送时间,处理结果,回访结果
                %s,反馈,2026-09-30 10:10:00,已出警,
                %s,回访,2026-09-30 10:20:00,没人来过,不满意
                """.formatted(number, number));
        assertThat(run(POLICE, "import", back.toString())).contains("taken 2");
        worked();
        assertThat(jdbc.sql(
                                "select t.event || ' ' || t.state from exchange.told t join exchange.matter m on m.id = t.matter"
                                        + " where m.number = :number order by 1")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly("CALL_BACK WAITING", "RESULT NOTED");
    }
}
