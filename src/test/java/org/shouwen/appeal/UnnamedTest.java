package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.Planted;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.UnitId;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What officers write about an order does not say who brought it (Art. 21): the history forgets nothing. */
@ShouwenTest
class UnnamedTest {
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "d", "派单", null, null, Set.of(Role.DISPATCHER));
    private static final CurrentUser UNIT =
            new CurrentUser(UUID.randomUUID(), "h", "热力受理", "heating", null, Set.of(Role.UNIT_DESK, Role.UNIT_OFFICER));

    private static final CurrentUser SUPERVISOR =
            new CurrentUser(UUID.randomUUID(), "s", "督办", null, null, Set.of(Role.SUPERVISOR));
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "b", "营商局", null, null, Set.of(Role.BUREAU));
    private static final CurrentUser HEARER =
            new CurrentUser(UUID.randomUUID(), "h", "营商局", null, null, Set.of(Role.BUREAU));

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Handovers handovers;

    @Autowired
    Accountability accountability;

    @Autowired
    VerificationProbe verification;

    @Autowired
    OrderFiles files;

    @Autowired
    OwnAppeals own;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_unit_that_writes_down_who_it_called_leaves_no_name_behind() {
        NewAppeal a = AnAppeal.saying("暖气不热，请维修")
                .channel("web")
                .location("某小区")
                .happenedAt("昨天")
                .by(Identity.of("康守静", "13811119876", "", null));
        String number = inHand(a);
        orders.act(number, new Command.Note("已电话联系康守静（138-1111-9876），师傅王强 13900001111 明早上门"), UNIT, null)
                .orThrow();
        String told = board.page(number, UNIT).way().stream()
                .map(h -> h.event().toString())
                .reduce("", String::concat);
        assertThat(told).contains("已电话联系（略）（（略）），师傅王强 13900001111 明早上门");
        orders.remind(number, "我是康守静，还是不热", Actor.APPELLANT).orThrow();
        assertThat(jdbc.sql("select string_agg(body, ' ') from history.entry")
                        .query(String.class)
                        .single())
                .doesNotContain("康守静")
                .doesNotContain("1111-9876");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void nor_do_those_whose_orders_go_with_it() {
        String lead = order("康守静", "13811119876", "");
        String joined = order("贺兰心", "13811119877", "元宝区示例路3号楼501");
        orders.act(lead, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DESK, null)
                .orThrow();
        orders.act(joined, new Command.Join(lead), DESK, null).orThrow();
        orders.act(lead, new Command.Receive(), UNIT, null).orThrow();
        orders.act(lead, new Command.Note("已向贺兰心（13811119877，元宝区示例路3号楼501）解释"), UNIT, null)
                .orThrow();
        assertThat(board.page(lead, UNIT).way().toString())
                .contains("已向（略）（（略），（略））解释")
                .doesNotContain("贺兰心", "13811119877", "3号楼501");
    }

    @Test
    void whoever_must_not_know_does_not_learn_from_a_mask_which_guess_was_right() {
        NewAppeal a = AnAppeal.saying("供热公司态度恶劣").secret(true).by(Identity.of("欧阳朔", "13811119878", "", null));
        String number = inHand(a);
        orders.act(number, new Command.Note("是欧阳朔13811119878，还是贺兰心13811119877？"), UNIT, null)
                .orThrow();
        assertThat(board.page(number, UNIT).way().toString())
                .contains("是欧阳朔（略），还是贺兰心（略）？")
                .doesNotContain("9878", "9877");
        Papers.File file = new Papers.File("欧阳朔.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8));
        assertThat(files.keep(number, "file", "", List.of(file), UNIT.actor())
                        .getFirst()
                        .name())
                .isEqualTo("欧阳朔.pdf");
    }

    @Test
    void what_a_secret_appellant_adds_to_anothers_order_stays_with_the_platform() {
        String lead = order("贺兰心", "13811119877", "");
        orders.act(lead, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DESK, null)
                .orThrow();
        NewAppeal a = AnAppeal.saying("供热公司态度恶劣").secret(true).by(Identity.of("欧阳朔", "13811119878", "", null));
        Receipt joined = intake.submit(a, Origin.portal(null), Actor.APPELLANT);
        intake.decide(joined.number(), new Disposition.Joined(new WorkOrderNumber(lead)), null, DESK, null)
                .orThrow();
        own.add(new WorkOrderNumber(joined.number()), joined.code(), "我是欧阳朔，住在3号楼");
        assertThat(board.page(lead, UNIT).way().toString())
                .contains("诉求人有补充，由平台保管")
                .doesNotContain("欧**", "3号楼");
    }

    @Test
    void what_a_reminder_wants_kept_from_units_is_kept_with_the_order_it_reminds_of() {
        String number = order("贺兰心", "13811119877", "");
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DESK, null)
                .orThrow();
        remind(number, AnAppeal.saying("还不热").secret(true), "路人甲", "13811119879");
        assertThat(board.page(number, DESK).shield())
                .as("whoever reminds of another's order asks for themselves")
                .isEqualTo(Confidentiality.NONE);
        orders.act(number, new Command.Note("路人甲（13811119879）也来问过"), DESK, null).orThrow();
        assertThat(board.page(number, DESK).way().toString())
                .contains("（略）（（略））也来问过")
                .doesNotContain("路人甲");
        orders.act(number, new Command.Receive(), UNIT, null).orThrow();
        orders.act(number, new Command.Note("是路人甲13811119879，还是钱多多13811110000？"), UNIT, null)
                .orThrow();
        assertThat(board.page(number, DESK).way().toString())
                .as("a unit does not find out who it was that asked for secrecy")
                .contains("是路人甲138****9879，还是钱多多138****0000？");
        remind(number, AnAppeal.saying("你们的人骂我").accused("供热站的赵铁柱"), "贺兰心", "13811119877");
        assertThat(board.page(number, DESK).shield())
                .isEqualTo(new Confidentiality(false, List.of(), "供热站的赵铁柱", null, null, true));
        remind(number, AnAppeal.saying("请为我保密").secret(true), "贺兰心", "13811119877");
        assertThat(board.page(number, DESK).shield().secret()).isTrue();
        assertThat(board.identityWithheld(board.page(number, UNIT), UNIT)).isTrue();
        assertThat(verification.findings()).isEmpty();
    }

    /** Some are taken at once, some wait first: both ways lead to the order. */
    private void remind(String number, AnAppeal words, String name, String phone) {
        NewAppeal a = words.by(Identity.of(name, phone, "", null));
        Disposition reminded = new Disposition.Reminded(new WorkOrderNumber(number), null);
        if (name.equals("路人甲")) {
            String waiting =
                    intake.submit(a, Origin.portal(null), Actor.APPELLANT).number();
            intake.decide(waiting, reminded, null, DESK, null).orThrow();
        } else intake.take(a, reminded, Origin.of(DESK, null), DESK).orThrow();
    }

    private String order(String name, String phone, String address) {
        NewAppeal a = AnAppeal.saying("暖气不热，请维修").by(Identity.of(name, phone, address, null));
        return ordered(a);
    }

    private String ordered(NewAppeal a) {
        String number = intake.submit(a, Origin.portal(null), Actor.APPELLANT).number();
        intake.decide(number, new Disposition.Ordered(null, null, null), null, DESK, null)
                .orThrow();
        return number;
    }

    private String inHand(NewAppeal a) {
        String number = ordered(a);
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DESK, null)
                .orThrow();
        orders.act(number, new Command.Receive(), UNIT, null).orThrow();
        return number;
    }

    @Test
    void nor_does_what_is_written_beside_the_order() {
        NewAppeal a = AnAppeal.saying("暖气不热，请维修")
                .channel("web")
                .location("某小区")
                .happenedAt("昨天")
                .by(Identity.of("康守静", "13811119876", "", null));
        String number = inHand(a);
        String names = "康守静（13811119876）说没人管";
        supervisions.name(number, names, SUPERVISOR);
        Supervision s = supervisions.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, names, SUPERVISOR);
        assertThat(s.words()).isEqualTo("（略）（（略））说没人管");
        assertThat(supervisions.get(s.number(), UNIT).words()).isEqualTo("（略）（（略））说没人管");
        supervisions.answer(s.number(), names, null, UNIT);
        handovers.handOver(number, Handover.Kind.PETITION, Clause.A18_1, "市信访局", names, 10, DESK);
        Breach b = accountability.open("heating", "", Clause.A22_1, number, names, BUREAU);
        accountability.hear(b.number(), names, HEARER);
        Papers.File file = new Papers.File("康守静13811119876.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8));
        List<PaperRef> kept = files.keep(number, "file", "康守静签字", List.of(file), UNIT.actor());
        assertThat(kept.getFirst().name()).isEqualTo("（略）（略）.pdf");
        orders.act(number, new Command.Attach(kept), UNIT, null).orThrow();
        assertThat(Planted.in(jdbc, "康守静")).isEmpty();
        assertThat(Planted.in(jdbc, "13811119876")).isEmpty();
        assertThat(Planted.in(jdbc, "康**"))
                .as("nor a mask, which would outlast the person's term")
                .isEmpty();
        assertThat(Planted.in(jdbc, "（略）")).contains("supervision.supervision.words", "accountability.breach.hearing");
        assertThat(verification.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "康守静, 13811119876, 康守静的电话是13811119876。, （略）的电话是（略）。",
        "康守静, 13811119876, 138 1111 9876 / 138-1111-9876 / +8613811119876, （略） / （略） / （略）",
        "康守静, 13811119876, 单号213811119876不是号码, 单号213811119876不是号码",
        "李, 04152345678, 李家屯的李师傅 0415-2345678, 李家屯的李师傅 （略）",
        "'', 12345, 拨打12345, 拨打12345",
        "John Smith, +85291234567, John Smith (+852 9123 4567), （略） (（略）)",
    })
    void only_the_persons_own_name_and_number_go(String name, String phone, String words, String left) {
        assertThat(Identity.of(name, phone, "", null).unnamed(words)).isEqualTo(left);
    }
}
