package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/**
 * Finds the city's places in words: whole names anywhere, names without 街道, 镇, 村委会 where they stand as a place
 * ("站前这边"). Of several the deepest that agrees with the others is proposed; of two alike both are. Immutable.
 */
@Pure
public final class PlaceHeard {
    private static final Pattern KIND =
            Pattern.compile("(?:满族|朝鲜族|回族|蒙古族|锡伯族)*(?:自治县|街道办事处|街道|农村委会|村民委员会|村委会|社区居委会|居委会|社区|区|县|市|镇|乡|村)$");
    private static final Pattern BEFORE = Pattern.compile("(?:^|[，。,；;！!？?、：:\\s在住到从往去来于家区县市镇])$");
    private static final Pattern AFTER = Pattern.compile(
            "^(?:$|[，。,；;！!？?、\\s]|这|那|附近|一带|街|路|镇|乡|村|社区|屯|的|有|没|停|暖|供|小区|大桥|口|广场|边|里|辖区|居民|[一-龥]{1,5}(?:大街|街|路|小区|花园|家园|新村|广场|号楼))");
    private static final int MOST_READ = 20_000;

    /** A name by which some places are meant. */
    private record Said(KnownPlace place, boolean whole) {}

    private final Map<String, List<Said>> names = new HashMap<>();
    private final Map<String, KnownPlace> byCode = new HashMap<>();
    private int longest;

    public PlaceHeard(List<KnownPlace> places) {
        for (KnownPlace p : places) if (p.level() < 4) byCode.put(p.code(), p);
        for (KnownPlace p : places) {
            if (p.level() == 0) continue; // everything lies in the city
            name(p.name(), p, true);
            if (p.level() < 4) {
                name(p.fullName().replace(" ", ""), p, true);
                String bare = KIND.matcher(p.name()).replaceFirst("");
                // two characters of a village are as often a word of their own
                if (bare.length() >= (p.level() < 3 ? 2 : 3) && !bare.equals(p.name())) name(bare, p, false);
                if (p.level() == 3 && bare.length() == 2) name(bare + "村", p, true);
            }
        }
    }

    private void name(String name, KnownPlace place, boolean whole) {
        if (name.length() < 2) return;
        names.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Said(place, whole));
        longest = Math.max(longest, name.length());
    }

    /** A place with the words that name it. */
    public record Found(KnownPlace place, String words) {}

    /** At most two, the better first; two only when the words fit both alike. */
    public List<Found> in(String text) {
        String read = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
        List<Found> all = all(read);
        if (all.isEmpty()) return List.of();
        Set<String> codes = new HashSet<>();
        for (Found f : all) codes.add(f.place().code());
        Comparator<Found> better = Comparator.comparingInt((Found f) -> agreeing(f.place(), codes))
                .thenComparingInt(f -> Math.min(f.place().level(), 3))
                .thenComparingInt(f -> f.words().length());
        Found best = all.stream().max(better).orElseThrow();
        return all.stream()
                .filter(f -> f.equals(best)
                        || (better.compare(f, best) == 0
                                && !f.place().code().equals(best.place().code())))
                .limit(2)
                .toList();
    }

    /** How many places above it are named as well. */
    private int agreeing(KnownPlace place, Set<String> codes) {
        int agreeing = 0;
        String above = place.level() == 4 ? place.code() : place.parent();
        while (above != null) {
            if (codes.contains(above) && !above.equals(place.code())) agreeing++;
            KnownPlace p = byCode.get(above);
            above = p == null ? null : p.parent();
        }
        return agreeing;
    }

    private List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            int step = 0;
            for (int n = Math.min(longest, text.length() - i); n >= 2 && step == 0; n--) {
                String words = text.substring(i, i + n);
                for (Said said : names.getOrDefault(words, List.of())) {
                    if (!said.whole() && !stands(text, i, i + n, said.place())) continue;
                    step = n;
                    if (seen.add(said.place().code() + words)) found.add(new Found(said.place(), words));
                }
            }
            if (step > 1) i += step - 1;
        }
        return found;
    }

    private static boolean stands(String text, int from, int to, KnownPlace place) {
        boolean before =
                BEFORE.matcher(text.substring(Math.max(0, from - 1), from)).find();
        boolean after = AFTER.matcher(text.substring(to, Math.min(text.length(), to + 9)))
                .find();
        return place.level() == 1 ? before || after : before && after;
    }

    private static final String NUMBER = "[0-9一二三四五六七八九十百]{1,4}";
    private static final Pattern EXACT = Pattern.compile(
            "(?<name>[一-龥A-Za-z0-9]{1,10}?(?:大街|大道|胡同|小区|花园|家园|新村|新城|公寓|大厦|广场|市场|夜市|商场|超市|学校|小学|中学|高中|幼儿园|医院|公园|大厅|车站|火车站|客运站|站前|公司|工地|饭店|浴池|里|街|路|巷|屯))?"
                    + "(?<rest>(?:与|和)[一-龥0-9]{1,6}(?:大街|街|路)(?:交叉口|交汇处|路口|口)?|(?:交叉口|路口)|" + NUMBER + "号窗口|" + NUMBER
                    + "(?:号楼|号院|号|栋|幢|#楼|#)(?:" + NUMBER + "(?:单元|门|楼|层|室|号))*|" + NUMBER + "单元(?:" + NUMBER
                    + "(?:楼|层|室|号))*)?"
                    + "(?<near>门口|门前|旁边|对面|附近|楼下|南门|北门|东门|西门|南侧|北侧|东侧|西侧|中段|后院|地下车库|楼道里?)?");
    private static final Pattern LEAD = Pattern.compile(
            "^.*?(?:我家住在?|家住在?|我住在?|住在|位于|地址是?|地点是?|我们|咱们|我家|我在|就在|是在|反映一下|反映|投诉一下|投诉|咨询|举报|在|这个|那个|就是|是|从|到|去|你好|您好|昨晚|今天|刚才|昨天)(?=[一-龥A-Za-z0-9]{2})");

    /** Where exactly: street, compound or landmark with number, crossing or side; the one with most said about it. */
    static Optional<Heard> exactly(String text) {
        String read = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
        String best = "";
        int most = 0;
        for (String part : read.split("[，。,；;！!？?、\\s]+")) {
            Matcher m = EXACT.matcher(part);
            while (m.find()) {
                String name = m.group("name") == null ? "" : bare(m.group("name"));
                String rest = m.group("rest") == null ? "" : m.group("rest");
                String near = m.group("near") == null ? "" : m.group("near");
                boolean house = rest.contains("楼") || rest.contains("栋") || rest.contains("单元") || rest.contains("窗口");
                if (name.length() < 3 && !house) continue;
                if (name.length() < 3) name = "";
                if (name.endsWith("公司") && rest.isEmpty() && near.isEmpty()) continue; // who, not where
                int weight = (name.isEmpty() ? 0 : 2) + (rest.isEmpty() ? 0 : 2) + (near.isEmpty() ? 0 : 1);
                if (weight > most) {
                    most = weight;
                    best = name + rest + near;
                }
            }
        }
        return most < 2 ? Optional.empty() : Optional.of(new Heard(best, best));
    }

    private static String bare(String name) {
        String bare = name;
        for (Matcher m = LEAD.matcher(bare); m.find(); m = LEAD.matcher(bare)) bare = bare.substring(m.end());
        return bare;
    }
}
