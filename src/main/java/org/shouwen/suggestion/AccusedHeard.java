package org.shouwen.suggestion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/** Reads whom a complaint is about: 投诉城管局的张科长, 五号窗口的工作人员态度不好. */
@Pure
final class AccusedHeard {
    private static final String WHO =
            "(?:窗口的?(?:工作人员|办事员)|工作人员|办事员|窗口人员|服务人员|接线员|客服|科长|局长|所长|主任|书记|队长|经理|司机|售票员|医生|大夫|护士|老师|校长|民警|警察|辅警|城管|保安|收费员|窗口)";
    private static final Pattern NAMED =
            Pattern.compile("(?:投诉|举报|反映|控告)(?:一下)?(?<who>[一-龥A-Za-z0-9]{2,18}?" + WHO + ")(?!作风)");
    private static final Pattern OFFICE = Pattern.compile(
            "(?<who>[一-龥0-9]{0,12}?(?:大厅|中心|局|所|队|办|银行|医院|学校|窗口|公司|公交)(?:的|里|那个|那)?[一-龥0-9]{0,6}?" + WHO + ")");
    private static final Pattern LEAD =
            Pattern.compile("^.*?(?:我今天去|我昨天去|今天去|昨天去|我去|我在|去了?|在|到|是|投诉|举报|反映|上午|下午|早上|昨天|今天)(?=[一-龥0-9]{3})");

    private AccusedHeard() {}

    static Optional<Heard> in(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.find()) return Optional.of(heard(named.group("who")));
        Matcher office = OFFICE.matcher(text);
        while (office.find()) {
            Heard heard = heard(office.group("who"));
            if (heard.value().length() >= 4) return Optional.of(heard);
        }
        return Optional.empty();
    }

    private static Heard heard(String who) {
        String bare = who;
        Matcher m = LEAD.matcher(bare);
        while (m.find()) {
            bare = bare.substring(m.end());
            m = LEAD.matcher(bare);
        }
        return new Heard(bare, who);
    }
}
