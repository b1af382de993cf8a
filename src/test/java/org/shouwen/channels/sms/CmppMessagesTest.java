package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What people send over CMPP is kept before it is answered, once, and what can not be read as well. */
class CmppMessagesTest extends CmppStory {
    @Test
    void a_message_of_a_person_in_either_coding_is_an_appeal_once_and_answered_when_it_is_on_disk() {
        byte[] chinese = "我要投诉：示例小区停暖三天了，家里有老人。".getBytes(Charset.forName("GB18030"));
        byte[] body = CmppGateway.message(0x99, "8613811119924", "10690012345", 15, false, chinese);
        byte[] answer = brings(body);
        assertThat(answer).isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) 0x99, 0});
        assertThat(came("state")).containsExactly("NEW");
        brings(body); // it did not get our answer and brings it again
        run("inbound");
        assertThat(came("state")).containsExactly("DONE");
        assertThat(appeals.get(came("number").getFirst()).words().content()).contains("示例小区停暖三天了");

        List<byte[]> parts =
                Segments.of("我家住振兴区某小区三号楼，暖气从上周五开始就一直不热，物业说是热力公司的事，热力公司说是物业的事，老人和孩子都冻感冒了，请帮忙协调解决一下，谢谢你们。", 78);
        brings(CmppGateway.message(0x101, "13811119925", "10690012345", 8, true, parts.get(1)));
        run("inbound");
        brings(CmppGateway.message(0x100, "13811119925", "10690012345", 8, true, parts.get(0)));
        run("inbound");
        assertThat(appeals.get(came("number").getLast()).words().content())
                .startsWith("我家住")
                .endsWith("谢谢你们。");
    }

    @Test
    void frames_that_are_none_end_the_connection_and_bodies_that_are_none_lie_among_the_rejects() throws IOException {
        brings(new byte[] {1, 2, 3});
        assertThat(came("reason")).containsExactly("unreadable");
        gateway.links.getLast().getOutputStream().write(new byte[] {0x7F, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1});
        Awaitility.await().until(gateway.links.getLast()::isClosed);
        gateway.links.clear();
        reconnect();
        brings(CmppGateway.message(
                0x300, "13811119929", "10690012345", 8, false, "还在".getBytes(StandardCharsets.UTF_16BE)));
        assertThat(came("state")).contains("NEW");
    }
}
