package org.shouwen.regulation;

/**
 * Every clause of 丹东市 8890 "首问责任制" 管理办法 (draft for comments): {@code A13_3} is Article 13, item 3. Articles 5, 6
 * and 11 are missing from the draft that we hold, and stand for nothing here. Refusals and rules return these
 * constants, tests name them, and the build writes the table clause → code → tests (docs/articles.md).
 */
public enum Clause {
    A1("为企业和群众的合理诉求建立覆盖全市的服务平台", "989e775cde8e"),
    A2("平台的六大功能与信息来源，每件诉求保留其渠道", "f1f64f3922ab"),
    A3("市营商局负责平台运行、集中受理、按责交办和考核评价", "27d82b37052d"),
    A4("承办单位一把手负责，明确分管领导、受理机构和人员，负责分派至分析各环节，派人到平台，维护知识库", "553c4f876b29"),
    A7_1("受理：职责、程序、政策咨询", "15597f9e0cc5"),
    A7_2("受理：影响群众生活的民生诉求", "af5b2c50de59"),
    A7_3("受理：便民服务", "5859c7965be3"),
    A7_4("受理：对作风、效率、不作为、乱作为的投诉", "5b81c47de045"),
    A7_5("受理：意见建议", "4dd987e5c2d9"),
    A8_1("引导：党委、人大、政协、法院、检察院、军队非行政职能事项", "2fa66fce7731"),
    A8_2("引导：廉洁自律、干部任免与管理的举报", "5f3b59d0187a"),
    A8_3("引导：危及生命财产安全的紧急求助，立即告知急救热线", "58ef0746591f"),
    A8_4("引导：民事纠纷及已进入法定途径的事项", "397d9b33ea3f"),
    A9("不受理：空泛、重复、恶意、明显歪曲事实或已有结论", "cabe2542775b"),
    A10_1("直接向单位咨询的，单位答复或指引", "4360e1bfa587"),
    A10_2("直接向单位求助的，当场办结或登记后按时限反馈", "a9ab31db2dcf"),
    A10_3("职责共担时首问单位牵头，其他单位配合", "a56c0cf4ce42"),
    A12_1("常见咨询依据知识库即时答复", "1468b5f22439"),
    A12_2("不能当场答复的形成工单，按职责转办", "21badc3c411d"),
    A12_3("不受理或引导的，当场告知理由和其他渠道", "86966d8428b4"),
    A12_4("缺少地点、时间、经过致无法办理的，可以不受理并告知理由", "95f19f5297ad"),
    A12_5("依据平台制度分转工单；受理人员为责任人", "cef12943a38e"),
    A13_1("一个工作日内接收，逾期为超期接收", "8adaa7dedd43"),
    A13_2("按咨询、一般、疑难的时限答复诉求人", "a934dc641d6a"),
    A13_3("届满前申请延期，附理由依据并告知诉求人，合计不超过十五个工作日", "c47881dc133d"),
    A13_4("报结应当客观真实、要件齐全；政策答复写明文号、文件名和条款", "3153902f8038"),
    A13_5("职责共担时平台交办的单位牵头答复，其他单位配合", "7c525e7ec637"),
    A13_6("原则上不退件；确需退件须七个工作日内附确责、签批和情况说明", "a25396303844"),
    A13_7("办结后告知诉求人并回复平台", "1e554356c6e2"),
    A14("电话回访抽查核实办理结果", "aae4582e766f"),
    A15("承办单位制定首问责任办法，一个月内报备", "518886e982c5"),
    A16("对逾期、不实和明显有问题的事项督办：一次电话或现场，二次督办单", "8978361a5810"),
    A17_1("紧急：下水堵塞室内返水", "a84aa40c23c6"),
    A17_2("紧急：室内供暖故障", "c3d65a2af690"),
    A17_3("紧急：电梯故障困人或影响出行", "be2142de5b44"),
    A17_4("紧急：大面积停电", "950e53389ad9"),
    A17_5("紧急：井盖破损无警示", "12ecef6b2e9c"),
    A17_6("紧急：附着物脱落", "001bc5992c8b"),
    A17_7("紧急：路面大面积深度塌陷", "c317b3fb7c13"),
    A17_8("紧急：火灾隐患", "4967055123e8"),
    A17_9("紧急：平台研究认定的其他事项", "ea09ee23495d"),
    A18_1("移交信访：历史遗留问题", "4c6a42d899d2"),
    A18_2("移交信访：群体性问题", "489e98064050"),
    A18_3("移交信访：相关部门已协调处理过的问题", "f3f37dd0aba7"),
    A19("影响大、协调难的事项以专报报分管市领导", "b024ff3102d8"),
    A20("对长期无效、恶意、骚扰来电经研究后处置，涉嫌违法的移送公安", "a1a5c32de42a"),
    A21("保密：未经允许不得向被投诉单位或个人提供诉求人身份", "ac8a2eaef19c"),
    A22_1("追责：对职责内事项拒不接收", "3d913cf38f63"),
    A22_2("追责：应办未办，督办后仍未办", "c1d03bad74c0"),
    A22_3("追责：违规或造假，造成不良影响", "c6d951ae60ea"),
    A22_4("追责：推诿扯皮致不能及时办理", "542777d379f8"),
    A22_5("追责：态度生硬、作风粗暴，导致不良后果", "bf193fadaa25"),
    A22_6("追责：对诉求人打击报复", "9ddc9b6ae3a6"),
    A22_7("追责：其他滥用职权、玩忽职守、徇私舞弊", "6898e61f01b5"),
    A23_1("移交线索：拒绝改正，损害扩大", "838ba887ea8c"),
    A23_2("移交线索：隐瞒真相，干扰追究", "61b0e87fe423"),
    A23_3("移交线索：不履职致未及时办理或引发群访", "9d64dacaa08c"),
    A23_4("移交线索：一年内被追责两次以上", "d77b377bbeb6"),
    A24_1("从轻：主动认知过错并立即改正", "a3844542c3b2"),
    A24_2("从轻：积极配合调查并弥补过失", "92b6f3c24cf1"),
    A24_3("从轻：主动避免或挽回损失、消除影响", "22003bd9ce2b"),
    A24_4("从轻：因管理或服务对象原因", "bc5a9c95bb99"),
    A25("本办法由市营商局解释", "23b38176a823"),
    A26("自发布之日起施行", "855bcf22d455");

    private final String summary;
    private final String fingerprint;

    Clause(String summary, String fingerprint) {
        this.summary = summary;
        this.fingerprint = fingerprint;
    }

    /** Our own one-line summary, in Chinese; not the text. */
    public String summary() {
        return summary;
    }

    /** First 12 hex digits of SHA-256 of the clause's text without white space: a changed text turns the build red. */
    public String fingerprint() {
        return fingerprint;
    }

    public int article() {
        int item = name().indexOf('_');
        return Integer.parseInt(name().substring(1, item < 0 ? name().length() : item));
    }

    /** The item within the article, counted from 1; 0 for an article without items. */
    public int item() {
        int item = name().indexOf('_');
        return item < 0 ? 0 : Integer.parseInt(name().substring(item + 1));
    }

    /** As offices cite it: 第十三条第三项. */
    public String citation() {
        return item() == 0
                ? "第%s条".formatted(numeral(article()))
                : "第%s条第%s项".formatted(numeral(article()), numeral(item()));
    }

    /** A number from 1 to 99 as Chinese official papers write it in citations. */
    private static String numeral(int n) {
        String digits = "一二三四五六七八九";
        int tens = n / 10;
        return (tens > 1 ? digits.substring(tens - 1, tens) : "")
                + (tens > 0 ? "十" : "")
                + (n % 10 > 0 ? digits.substring(n % 10 - 1, n % 10) : "");
    }
}
