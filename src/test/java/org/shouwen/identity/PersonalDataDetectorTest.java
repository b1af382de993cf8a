package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.identity.PersonalDataDetector.Found;
import org.shouwen.identity.PersonalDataDetector.Kind;
import tools.jackson.databind.json.JsonMapper;

/** Article 21: what would lead to the person is found in their words, and what only looks like it stays. */
class PersonalDataDetectorTest {
    private static final Identity WANG = Identity.of("王小明", "13804150099", "振兴区江城大街12号3单元502", null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我的手机13912345678请回电              | 我的手机139****5678请回电
            138-1234-5678 或 138 1234 5678        | 138****5678 或 138****5678
            +86 13912345678                       | 139****5678
            供热 13912345678                      | 供热 139****5678
            电梯13912345678没人来修                | 电梯139****5678没人来修
            供热账号13912345678                    | 供热账号13912345678
            微信同号１３９１２３４５６７８            | 微信同号139****5678
            打一三九一二三四五六七八找我              | 打139****5678找我
            家里0415-2123456，单位(0415)3123456    | 家里0415-***3456，单位0415-***3456
            座机2123456没人接                      | 座机***3456没人接
            电话2123456、3123456都打不通             | 电话***3456、***3456都打不通
            邻居13900000000也知道                  | 邻居139****0000也知道
            联系电话139123456782025年10月1日        | 联系电话139****56782025年10月1日
            身份证21060319800101127X               | 身份证（身份证号）
            卡号6222 0202 0011 2233 445            | 卡号（卡号）
            车牌辽F·A1234挡路                       | 车牌辽F***34挡路
            新能源辽FD12345                        | 新能源辽F***45
            邮箱wang.xm@example.com.cn。           | 邮箱（邮箱）。
            微信号：wxm_1980，QQ 123456789         | 微信号：（账号），QQ （账号）
            我叫李二妹，今年六十                     | 我叫李**，今年六十
            举报人：赵铁柱 联系电话13912345678       | 举报人：赵** 联系电话139****5678
            王小明住在江城大街12号3单元502           | 王**住在江城大***
            """)
    void what_leads_to_the_person_is_masked(String words, String masked) {
        assertThat(PersonalDataDetector.mask(words, WANG)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一期面积130000平方米，欠款2985000元",
                "工单20260930-000001还没办",
                "根据GB50500-2013和丹政发〔2026〕12号",
                "楼梯房2600-2900元/㎡，电梯房3400元",
                "水表号是0054430，房号1-1-1101、1-1-2001",
                "请打12345或者110，8890也行",
                "本人认为不合理，我是外地人",
                "项目编号0623-1475，股票代码002113",
                "2015年8月31日至2016年5月30日"
            })
    void what_only_looks_like_it_stays(String words) {
        assertThat(PersonalDataDetector.mask(words, Identity.UNNAMED)).isEqualTo(words);
    }

    @Test
    void the_unit_keeps_what_it_needs() {
        Redactor scrub = WANG.scrub();
        assertThat(scrub.of("江城大街12号3单元502", java.util.EnumSet.of(Kind.ADDRESS)))
                .isEqualTo("江城大街12号3单元502");
        assertThat(scrub.of("辽FA1234乱停", java.util.EnumSet.of(Kind.PLATE))).isEqualTo("辽FA1234乱停");
    }

    @Test
    void long_words_without_an_end_take_no_time() {
        for (String s : List.of("1", "0415-", "电话", "我叫", "a@", "辽F", "13 9", "姓名：")) {
            String words = s.repeat(20_000 / s.length());
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    java.time.Duration.ofSeconds(5), () -> PersonalDataDetector.mask(words, WANG), s);
        }
    }

    /** One mark of a label file: what a person marked in a line of the real messages. */
    private record Label(int line, Found found) {}

    /**
     * Precision and recall on 7,248 real messages. The labels were made by hand: every digit run of six and more, every
     * plate, address and account, and every place where somebody says or signs their name was looked at; what the
     * publisher has masked is left out. The labels hold places, not words. They know only the names people give of
     * themselves: how precise the names of others are found is measured elsewhere ({@link EvaluateMaskingTest}).
     */
    @Test
    void measured_on_real_messages() throws IOException {
        List<String> messages = messages();
        List<Label> labels = new ArrayList<>();
        for (String l : new String(
                        PersonalDataDetectorTest.class
                                .getResourceAsStream("/identity/free-text-labels.csv")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) {
            String[] f = l.split(",", -1);
            labels.add(new Label(
                    Integer.parseInt(f[0]),
                    new Found(Kind.valueOf(f[3]), Integer.parseInt(f[1]), Integer.parseInt(f[2]))));
        }
        Map<Kind, int[]> figures = new EnumMap<>(Kind.class);
        for (int i = 0; i < messages.size(); i++) {
            String words = messages.get(i).replaceAll("楚(?=[A-Z])", "湘"); // the publisher's name for the province
            int line = i;
            List<Found> labelled = labels.stream()
                    .filter(l -> l.line() == line)
                    .map(Label::found)
                    .toList();
            List<Found> found = PersonalDataDetector.find(words, Identity.UNNAMED).stream()
                    .filter(f -> labelled.stream().anyMatch(l -> same(f, l))
                            || !words.substring(f.start(), f.end()).contains("0000-"))
                    .toList();
            for (Found l : labelled) figures(figures, l)[found.stream().anyMatch(f -> same(f, l)) ? 0 : 2]++;
            for (Found f : found) if (labelled.stream().noneMatch(l -> same(f, l))) figures(figures, f)[1]++;
            if (System.getenv("SHOUWEN_SHOW") != null) show(line, words, labelled, found);
        }
        figures.forEach((kind, n) -> System.out.printf(
                "free text %s: %d found, %d wrongly, %d missed; precision %.3f, recall %.3f%n",
                kind, n[0], n[1], n[2], (double) n[0] / (n[0] + n[1]), (double) n[0] / (n[0] + n[2])));
        assertThat(figures.get(Kind.PHONE)).satisfies(n -> atLeast(n, 0.95, 0.95));
        assertThat(figures.get(Kind.PLATE)).satisfies(n -> atLeast(n, 0.98, 0.98));
        assertThat(figures.get(Kind.NAME)).satisfies(n -> atLeast(n, 0, 0.97));
    }

    /** The publisher took numbers out that are nobody's telephone; these stay (Art. 21, for the unit needs them). */
    private static final Pattern OTHER = Pattern.compile("(?:编号|编码|考证号|执照号码|票号|单号)[为是:：]{0,2}[A-Za-z]{0,2}$");

    /** Numbers of many shapes where the publisher has taken the real ones out: recall in real surroundings. */
    @Test
    void measured_on_numbers_put_back() throws IOException {
        Random random = new Random(8890);
        int there = 0;
        int found = 0;
        for (String message : messages()) {
            Matcher m =
                    Pattern.compile("(?<![\\d-])0000-00000000(?!\\d|\\.\\d)").matcher(message);
            StringBuilder words = new StringBuilder();
            List<Found> put = new ArrayList<>();
            while (m.find()) {
                if (OTHER.matcher(message.substring(0, m.start())).find()) continue;
                m.appendReplacement(words, "");
                int start = words.length();
                words.append(number(random));
                put.add(new Found(Kind.PHONE, start, words.length()));
            }
            m.appendTail(words);
            List<Found> seen = PersonalDataDetector.find(words.toString(), Identity.UNNAMED);
            there += put.size();
            for (Found p : put)
                if (seen.stream().anyMatch(f -> f.start() <= p.start() && f.end() >= p.end())) found++;
                else if (System.getenv("SHOUWEN_SHOW") != null)
                    System.out.println("MISS "
                            + words.substring(Math.max(0, p.start() - 12), Math.min(words.length(), p.end() + 5)));
        }
        System.out.printf("numbers put back: %d of %d found, recall %.3f%n", found, there, (double) found / there);
        assertThat((double) found / there).isGreaterThan(0.99);
    }

    private static String number(Random r) {
        String mobile = "1" + (3 + r.nextInt(7)) + String.format("%09d", r.nextInt(1_000_000_000));
        String local = (2 + r.nextInt(7)) + String.format("%06d", r.nextInt(1_000_000));
        return switch (r.nextInt(8)) {
            case 0, 1, 2 -> mobile;
            case 3 -> mobile.substring(0, 3) + "-" + mobile.substring(3, 7) + "-" + mobile.substring(7);
            case 4 -> mobile.substring(0, 3) + " " + mobile.substring(3, 7) + " " + mobile.substring(7);
            case 5 -> "0415-" + local;
            case 6 -> "0415" + local;
            default -> "+86" + mobile;
        };
    }

    private static List<String> messages() throws IOException {
        Path data = Path.of("../shared/data/appeals/labelled.jsonl");
        assumeTrue(Files.exists(data), "the real messages are not here");
        JsonMapper json = JsonMapper.builder().build();
        return Files.readAllLines(data).stream()
                .map(l -> json.readTree(l).get("content").asString())
                .toList();
    }

    private static int[] figures(Map<Kind, int[]> figures, Found f) {
        return figures.computeIfAbsent(f.kind(), _ -> new int[3]);
    }

    private static boolean same(Found a, Found b) {
        return a.kind() == b.kind() && a.start() < b.end() && b.start() < a.end();
    }

    private static void atLeast(int[] n, double precision, double recall) {
        assertThat((double) n[0] / (n[0] + n[1])).as("precision").isGreaterThanOrEqualTo(precision);
        assertThat((double) n[0] / (n[0] + n[2])).as("recall").isGreaterThanOrEqualTo(recall);
    }

    private static void show(int line, String words, List<Found> labelled, List<Found> found) {
        for (Found f : found)
            if (labelled.stream().noneMatch(l -> same(f, l)))
                System.out.println("WRONG " + line + " " + f.kind() + " " + around(words, f));
        for (Found l : labelled)
            if (found.stream().noneMatch(f -> same(f, l)))
                System.out.println("MISSED " + line + " " + l.kind() + " " + around(words, l));
    }

    private static String around(String words, Found f) {
        return (words.substring(Math.max(0, f.start() - 14), f.start()) + "【" + words.substring(f.start(), f.end())
                        + "】" + words.substring(f.end(), Math.min(words.length(), f.end() + 8)))
                .replace('\n', ' ');
    }
}
