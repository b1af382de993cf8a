package org.shouwen.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Found;
import org.shouwen.identity.PersonalDataDetector.Kind;

/** Where people say who they are and where they live. */
final class SelfIdentificationDetector {
    private static final String SURNAME = "(?:" + String.join("|", Surnames.COMPOUND) + "|[" + Surnames.SINGLE + "])";

    /** What a name is often followed by without a pause. */
    private static final String STOPS = "是今系男女住家来电手联身时代呈二于附年因为和与也在有现的就我这那您你不已从被将把性出参";

    private static final String CJK = "\\u4e00-\\u9fff";
    private static final String NO_TITLE = "(?!先生|女士|小姐|同志|大姐|大爷|师傅)";

    /** Two or three characters with a surname first. */
    private static final String NAME = "(?<x>" + SURNAME + NO_TITLE + "[" + CJK + "&&[^的了是说想要到去您我你]]" + "(?:[" + CJK
            + "](?=[^" + CJK + "]|$)|[" + CJK + "&&[^" + STOPS + "]])?)";

    private static final String AFTER = "(?=$|[^" + CJK + "]|[" + STOPS + "])";
    private static final String PAUSE = "(?=\\s*(?:$|[,.，。、；;:(\\[!\\d]|系|\\s(?:男|女)))";

    /** Surnames that begin common words don't count where little else speaks for a name. */
    private static final String NO_WORD = "(?![农公司初强全连时能应经相信计单业安于居幸])(?!夏荷|和[谐平]|成[都年]|方[便面]|平[时民])";

    private static final List<Pattern> SAYS = List.of(
            Pattern.compile("(?<![把将骂喊听是于])我(?:名叫|叫|姓名|的名字叫|的名字是)[叫,，: ]{0,2}" + NAME + AFTER),
            Pattern.compile("本人(?:名叫|叫|姓名)[,，: ]{0,2}" + NAME + AFTER),
            Pattern.compile("(?:^|[,.，。!:;\\s])(?:本人|我是)" + NO_WORD + NAME + PAUSE),
            Pattern.compile("(?<!被)(?:报告|申请|投诉|求助|举报|反映|反应|申诉|申述|诉求|执笔|具呈|请求|上访|信访|控告|留言|泣诉|求救|诉说|检举|爆料|"
                    + "咨询|询问|提问|上报|求诉|呈请|告状|联系|来信|写信|说明|具名|落款|(?<!法定)代表)人\\s{0,2}[:;]\\s{0,2}" + NAME + AFTER),
            Pattern.compile("(?:^|[,.，。;!?\\s:])(?:我的)?姓名\\s?[::]\\s?" + NAME + AFTER));

    private SelfIdentificationDetector() {}

    /** The name with which somebody introduces themselves or signs, wherever it stands. */
    static List<Found> names(String folded) {
        Set<String> names = new LinkedHashSet<>();
        boolean any = folded.indexOf('我') >= 0 || folded.indexOf('人') >= 0 || folded.contains("姓名");
        for (int k = 0; any && k < SAYS.size(); k++) {
            if (!holds(folded, k)) continue;
            Matcher m = SAYS.get(k).matcher(folded);
            while (m.find()) if (!NameCues.says(m.group("x"))) names.add(m.group("x"));
        }
        List<Found> found = new ArrayList<>();
        for (String name : names)
            for (int i = folded.indexOf(name); i >= 0; i = folded.indexOf(name, i + 1))
                found.add(new Found(Kind.NAME, i, i + name.length()));
        return found;
    }

    /** Whether the words have what the pattern can't do without; looking is cheaper than matching. */
    private static boolean holds(String folded, int says) {
        return switch (says) {
            case 0 -> folded.indexOf('我') >= 0;
            case 1 -> folded.contains("本人");
            case 2 -> folded.contains("本人") || folded.contains("我是");
            case 3 -> folded.contains("人:") || folded.contains("人;") || folded.contains("人 ") || folded.contains("人\n");
            default -> folded.contains("姓名");
        };
    }

    private static final int LEAST_ADDRESS = 6;

    /** The longest part of the person's address that the words repeat, when it is long and exact enough to find them. */
    static Optional<Found> address(String folded, Identity own) {
        String address = Folded.of(own.address());
        int best = 0;
        int end = 0;
        int[] row = new int[address.length() + 1];
        for (int i = 1; i <= folded.length() && address.length() >= LEAST_ADDRESS; i++) {
            int diagonal = 0;
            for (int j = 1; j <= address.length(); j++) {
                int above = row[j];
                row[j] = folded.charAt(i - 1) == address.charAt(j - 1) ? diagonal + 1 : 0;
                diagonal = above;
                if (row[j] > best) {
                    best = row[j];
                    end = i;
                }
            }
        }
        if (best < LEAST_ADDRESS) return Optional.empty();
        boolean exact = folded.substring(end - best, end).chars().anyMatch(Character::isDigit);
        return exact ? Optional.of(new Found(Kind.ADDRESS, end - best, end)) : Optional.empty();
    }

    /** Whether an address that was found holds a part of the person's own. */
    static boolean own(String found, Identity own) {
        return address(found, own).isPresent();
    }
}
