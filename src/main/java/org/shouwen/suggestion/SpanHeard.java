package org.shouwen.suggestion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/** Reads for how long something has been going on, or how often it returns: 三天没清了, 供暖以来, 每天夜里. */
@Pure
final class SpanHeard {
    private static final String PART = "(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|后半夜|早高峰|晚高峰)?";
    private static final String CLOCK = "(?:" + SpokenNumber.PATTERN + "点(?:半|多)?)?";
    private static final Pattern HABIT =
            Pattern.compile("(?:每天|每晚|每日|天天|每到周末|每周末|每逢[一-龥]{2}|每个?(?:周|星期)[一二三四五六日天末]|一到(?:晚上|夜里|半夜|周末|下雨天?))" + PART
                    + CLOCK + "(?:(?:到|至|—|-)" + PART + CLOCK + ")?");
    private static final Pattern LONG = Pattern.compile("(?<n>" + SpokenNumber.PATTERN
            + "|半|好几|几)个?(?<half>多|半)?(?<unit>小时|钟头|天|周|星期|礼拜|月|年)(?:多|来)?(?=了|没|都没|不|还没|一直|无人)");
    private static final Pattern SINCE = Pattern.compile(
            "(?:从|自从?)?(?<what>供暖|开栓|入冬|入夏|入住|开工|施工|春节|国庆|元旦|上?个?月初|月初|年初|放假|疫情|去年|去年冬天|搬来)(?:以来|开始|起|到现在|至今|之后|后)");
    private static final Pattern MONTH = Pattern.compile("上个?月|这个月|本月|去年(?:冬天|夏天|年底)?|年初|前几天|前两天|最近|近期|这几天|这两天");

    private SpanHeard() {}

    /** @param now Asia/Shanghai */
    static Optional<Heard> in(String text, LocalDateTime now) {
        Matcher habit = HABIT.matcher(text);
        if (habit.find()) return Optional.of(new Heard(habit.group(), habit.group()));
        Matcher since = SINCE.matcher(text);
        if (since.find()) {
            String what = since.group("what");
            return Optional.of(new Heard(what + "以来", since.group()));
        }
        Matcher lasting = LONG.matcher(text);
        while (lasting.find()) {
            Heard heard = lasting(lasting, now);
            if (heard != null) return Optional.of(heard);
        }
        Matcher month = MONTH.matcher(text);
        return month.find() ? Optional.of(new Heard(vague(month.group(), now), month.group())) : Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable Heard lasting(Matcher m, LocalDateTime now) {
        String said = m.group();
        int n = switch (m.group("n")) {
            case "半" -> 0;
            case "几", "好几" -> -1;
            default -> SpokenNumber.of(m.group("n"));
        };
        if (n < 0) return new Heard("已" + said, said);
        boolean half = "半".equals(m.group("half")) || m.group("n").equals("半");
        LocalDateTime from = switch (m.group("unit")) {
            case "小时", "钟头" -> now.minusMinutes(60L * n + (half ? 30 : 0));
            case "天" -> now.minusDays(n);
            case "周", "星期", "礼拜" -> now.minusWeeks(n);
            case "月" -> now.minusMonths(n).minusDays(half ? 15 : 0);
            default -> now.minusYears(n).minusMonths(half ? 6 : 0);
        };
        LocalDate day = from.toLocalDate();
        String date = (day.getYear() == now.getYear() ? "" : day.getYear() + "年") + day.getMonthValue() + "月"
                + day.getDayOfMonth() + "日";
        return new Heard("约" + date + "起（" + said + "）", said);
    }

    private static String vague(String said, LocalDateTime now) {
        return switch (said) {
            case "上个月", "上月" ->
                now.minusMonths(1).getYear() + "年" + now.minusMonths(1).getMonthValue() + "月（" + said + "）";
            case "这个月", "本月" -> now.getYear() + "年" + now.getMonthValue() + "月（" + said + "）";
            default -> said.startsWith("去年") ? now.getYear() - 1 + "年" + said.substring(2) : said;
        };
    }
}
