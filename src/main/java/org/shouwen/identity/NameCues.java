package org.shouwen.identity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that stand next to personal names, and characters that given names like to have. */
final class NameCues {
    private static final int LONGEST = 5;

    /** Introduces a name: 1; role: 2; kin and neighbours: 3; acts upon a person: 4. */
    static final List<String> BEFORE = List.of(
            "叫 名叫 名为 叫做 叫作 姓名 名字 名字叫 名字是 联系人 户主 户名 法人 法定代表人 负责人 举报人 投诉人 申请人 反映人 被举报人 被投诉人 当事人 经办人 承办人 责任人 署名 落款 签名 签字 收款人 付款人 承租人 出租人 产权人 权利人 监护人 受害人 肇事者 死者 伤者 患者 病人 原告 被告 委托人 代理人 实际控制人 控制人 经营者 持卡人 车主是 代表 代表人 报告人 求助人 信访人 联络人 房主是 本人 我是 我叫 他叫 她叫 一个叫 人叫 名称 姓名是 被拆迁人 拆迁户 贫困户 低保户 来电人 来电者 诉求人 全名叫 大名叫 真名 大名 真名叫 本名 原名 曾用名 收件人 寄件人 知情人 证明人 担保人 介绍人 经手人 接待人 报警人 乘车人 购买人 开户人 户名是 我名叫 我姓名 系业主 投保人 被保险人 继承人 遗嘱人 落款人 签字人 代办人 记录人 见证人 嫌疑人 报修人 用水人 用电人 立据人 债务人 债权人 欠款人 借款人 失主 房主叫 老板叫 司机叫 名字是叫",
            "经理 主任 书记 局长 科长 处长 所长 站长 队长 村长 镇长 乡长 县长 区长 市长 校长 院长 会长 组长 班长 厂长 店长 社长 部长 厅长 股长 园长 行长 庭长 总监 主管 老板 董事长 总经理 项目经理 物业经理 客户经理 村主任 村支书 支书 会计 出纳 法官 律师 民警 警官 交警 辅警 医生 大夫 护士 老师 教师 班主任 教练 教授 工程师 司机 师傅 保安 保洁 员工 职工 工人 工作人员 业务员 销售 销售员 销售顾问 置业顾问 顾问 客服 中介 经纪人 房东 房主 车主 业主 租户 住户 居民 村民 农民 商户 店主 用户 客户 学生 同学 学员 老人 女子 男子 市民 网友 同志 干部 委员 代表 副主任 副书记 副局长 副镇长 副院长 副校长 包工头 施工员 开发商 法人代表 队员 会员 收费员 网格员 楼长 秘书 助理 专员 检察官 审判长 审判员 书记员 执行员 村官 战友 军人 党员 患者 成员 退休职工 骑手 外卖员 快递员 网格员 抄表员 售票员 检票员 售货员 服务员 营业员 乘务员 安检员 调解员 测温员 收银员 护理员 保育员 导游 护工 护士长 医师 主治医师 主任医师 楼栋长 组织者 组长 管家 柜员 窗口 前台 店家 商家 摊主 车老板 工头 工长 大师 校医 园长 学长 养殖户 种植户 承包户 钉子户 个体户 五保户 军属 烈属 老兵 老干部 老知青 老党员 退役军人 残疾人 农民工 环卫工 环卫工人 维修工 水暖工 电工 木工 瓦工 司炉工 保姆 月嫂 主播 船长 船主 机主 货主 客运员 电话员 话务员 接线员 城管 片警 户籍警 协警 特警 门卫 更夫 大堂经理 店员 厨师 理发师 裁缝 家长 考生 新生 婴儿 老太太 老大爷 老爷子 小伙子 小伙 姑娘 男孩 女孩 男童 女童 游客 旅客 乘客 行人 路人 租客 房客 买家 卖家 借款人 老乡 屯长 会长 楼主 群主 化名 "
                    + "渔民 牧民 菜农 果农 瓜农 船员 水手 焊工 电焊工 钢筋工 架子工 塔吊工 锅炉工 清洁工 宿管 生活老师 保健医 药剂师 检验员 化验员 押运员 辅导员 连长 排长 指导员 教导员 统计员 报账员 护林员 河长 楼组长 联络员 协管员 巡逻员 巡查员 治保主任 妇女主任 民兵连长 志愿者 社工 公证员 仲裁员 执法人员 督导员 代课老师 代课教师 班主任老师 管片民警 户籍民警 副所长 副队长 副站长 副村长 副经理 副科长 副处长 副主席 主席 前台接待 接待员 讲解员 驾驶员 公交司机 出租车司机 网约车司机 货车司机 校车司机 押车 跟车 电梯工 维修员 装修工 油漆工 泥瓦工 水电工 搬运工 装卸工 钟点工 育婴师 催乳师 美容师 领班 老师傅 理事长 监事 股东 投资人 操盘手 受益人 中间人 皮包商 二房东 承包商 供货商 经销商 代理商 批发商 菜贩 小贩 商贩 摊贩 屠户 牛贩子 车贩子 黄牛 村霸 老赖 骗子 肇事司机 受害者 伤员 亡者 证人 线人 寄养人 老红军 老战士 伤残军人 复员军人 转业干部 下岗职工 内退职工 退休教师 退休工人 退休干部 离休干部 民办教师 乡村医生 村医 赤脚医生 产妇 孕妇 病友 陪护 遗属 孤儿 聋哑人 盲人 精神病人 网红 博主 up主 大网红 团长 楼管 房管 机长 领队 教头 店主叫 楼下老板",
            "邻居 丈夫 妻子 老公 老婆 爱人 父亲 母亲 爸爸 妈妈 爷爷 奶奶 外公 外婆 姥姥 姥爷 儿子 女儿 哥哥 弟弟 姐姐 妹妹 叔叔 婶婶 舅舅 姑姑 姨妈 岳父 岳母 公公 婆婆 女婿 儿媳 孙子 孙女 侄子 外甥 表哥 表弟 亲戚 朋友 同事 合伙人 前夫 前妻 男友 女友 老伴 小孩 孩子 父 母 夫 妻 子 女 兄 弟 儿 嫂子 姐夫 妹夫 大哥 大姐 堂哥 堂弟 伯父 哥 姐 妹 大舅 二舅 小舅 老舅 舅妈 大姨 二姨 小姨 老姨 姨夫 大姨夫 姨父 大姑 二姑 老姑 姑父 姑夫 大伯 二叔 三叔 老叔 大爷 二大爷 大娘 大嫂 二嫂 弟妹 小叔子 小舅子 小姨子 大姑姐 侄女 侄儿 外甥女 外孙 外孙女 曾孙 重孙 表姐 表妹 堂姐 堂妹 姑爷 媳妇 儿媳妇 对象 未婚妻 未婚夫 男朋友 女朋友 我爸 我妈 我爷 我奶 俺爹 俺娘 俺妈 俺爸 爹 娘 老妈 老爸 老娘 老父亲 老母亲 爱人叫 二哥 三哥 二姐 三姐 老弟 老妹 亲家 亲家母 工友 室友 舍友 同桌 同伴 搭档 合伙人 邻居家 继父 继母 养父 养母 养女 养子 长子 次子 长女 次女 独生子 双胞胎",
            "找到 联系 举报 投诉 起诉 殴打 要求 通知 询问 咨询 告知 感谢 表扬 控告 状告 和 与 跟 被 把 将 向 由 给 找 对 让 请 为 替 是 系 及 同 经 有");

    /** Forms of address: 1; titles: 2; says and does: 3; number or paper of the person: 4. */
    private static final List<String> BEHIND = List.of(
            "先生 女士 小姐 同志 师傅 阿姨 大爷 大妈 大姐 大哥 老人 夫妇 夫妻 本人 一家 等人 等 个人 之子 之女 之妻 大娘 奶奶 爷爷 叔叔 小朋友 同学 大叔 大婶 婶子 医师 主播 老汉 老太太 老太 两口子 夫妻俩 父子 母子 母女 父女 兄弟俩 姐妹俩 两人 二人 三人 四人 两位 三位 几人 两家 三家 四家 五家 他妈 他爸 他爹 他娘 他媳妇 媳妇 这个人 这人 此人 那个人 那人",
            "书记 主任 局长 经理 老师 医生 校长 院长 所长 科长 处长 村长 镇长 队长 站长 厅长 省长 市长 县长 区长 部长 警官 法官 律师 老板 教授 总 董事长 会计 教练 大夫 护士 同学 书记您好",
            "说 称 讲 表示 告诉 反映 答复 回复 承认 指使 带领 带人 利用 私自 擅自 多次 一直 至今 打电话 打我 找我 来到 收了 收取 拿走 借 欠 以 在 于 已 把 将 被 对 向 和 与 是 系 也 就 又 却 还 便 则 因 从 为 系我 担任 任职 购买 签订 承包 私占 霸占 强占 殴打 威胁 辱骂 投诉 举报 实名 不 没 未 拒绝 要求 态度 负责 住 家 身为 作为",
            "电话 手机 联系电话 的电话 身份证 身份证号 的身份证 男 女 汉族 满族 年龄 的车 的家 的手机 的名字 的房 的儿子 的妻子 的丈夫 家的 一户 名下 户 账户 手里 手中 手上 那里 那儿 家里 家门口 家属 的妈妈 的爸爸 的母亲 的父亲 的女儿 的老公 的丈夫 的老婆 的孩子 的媳妇 的哥哥 的弟弟 的姐姐 的妹妹 的孙子 的家长 的电话 的微信 的账号 的身份证号 的证件 的户口 敬上 叩谢 收 亲启 已故 音 音同");

    private static final Map<String, Integer> LEFT = index(BEFORE);
    private static final Map<String, Integer> RIGHT = index(BEHIND);

    /** Characters of given names, the frequent first. */
    static final String GIVEN = "华明国建文平军志伟东海强晓生光林小民永杰成清勇刚波玉金祥德春红云梅兰英芳艳丽秀霞凤娟敏静燕玲丹萍莉娜慧琴婷珍雪莲香琳倩颖娥菊洁莹琼蓉桂瑞辉斌鹏超宇涛飞浩鑫磊峰龙亮俊"
            + "健毅洋振荣庆贵福利安宁康顺义忠信仁良善礼智全达兴发富财宝旺昌盛胜利学友朋亚新立世家仲元启正本长树根泉江河川山岩石松柏柱铁钢锋锐铭锦钰玮珊瑜琪瑶璐瑾琦琳珂珏珠碧翠青紫"
            + "白素彩虹霖雨露冰霜雯雷电震晨曦昊旭阳晖晶星月朝夕宏弘洪鸿广大天地乾坤恒久远博雅思诗书琴画艺芸芝茜茹荷菲萌蕾薇蔓若彤心怡悦欣乐欢喜子梓轩涵宸泽睿一诺依可佳嘉家宜然芮语"
            + "馨沐妍妮媛婉婧嫣姗娇娅婵姝淑贤惠贞巧巍崇岭岚嵩峻屹益增加进先敬孝廉洁尚勤奋勉继承传续保卫护守望启发开来迎春喜连双才能权威武斗战军兵革命卫红跃进援朝抗美解放国庆建设民主和平"
            + "万千百亿兆丰登科第甲冠群英豪杰雄霸王帝君臣宗祖耀耕田农牧渔桥梁栋材彬森木易凡非常恩善培根育栽植润滋淼焱垚燚赟煜炜炎烨灿焕熙然照烈煊翔翼翰羽凯歌捷胜征程远航帆舟渡济汉湘沪京津"
            + "川辽吉丙寅戊己庚辛壬癸丑午未申酉戌亥虎兔马牛羊猴鸡狗猪蛇龙鼠绍延承显奎魁奇异殊卓越超群伦常道理法则方向志远谋略韬";

    /** The last characters of what stands before, the first ones of what stands behind: most places have neither. */
    private static final BitSet LAST = new BitSet();

    private static final BitSet FIRST = new BitSet();

    static {
        for (String word : LEFT.keySet()) LAST.set(word.charAt(word.length() - 1));
        for (String word : RIGHT.keySet()) FIRST.set(word.charAt(0));
    }

    private static final int[] LIKELY = likely();

    private NameCues() {}

    private static Map<String, Integer> index(List<String> groups) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) for (String word : groups.get(i).split(" ")) index.put(word, i + 1);
        return index;
    }

    private static int[] likely() {
        int[] rank = new int[0x10000];
        for (int i = GIVEN.length() - 1; i >= 0; i--) rank[GIVEN.charAt(i)] = i < 84 ? 3 : i < 250 ? 2 : 1;
        return rank;
    }

    /** How much given names like a character, 0 to 3. */
    static int likely(int c) {
        return c >= 0 && c < LIKELY.length ? LIKELY[c] : 0;
    }

    /** Whether it is itself what somebody is to others and no name: 我是车主. */
    static boolean says(String word) {
        return LEFT.containsKey(word);
    }

    /** The group of the longest word that ends before a place, over one colon, bracket or space; 0: none. */
    static int before(int[] text, int at) {
        return before(text, at, 1);
    }

    /** @param least characters that the word must have */
    static int before(int[] text, int at, int least) {
        int end = at;
        int gap = 0;
        while (end > 0 && end > at - 2 && between(text[end - 1])) {
            end--;
            gap = 5;
        }
        if (end == 0 || !LAST.get(text[end - 1])) return 0;
        for (int n = Math.min(LONGEST, end); n >= least; n--) {
            Integer group = LEFT.get(new String(text, end - n, n));
            if (group != null && (n > 1 || gap == 0 || group == 1)) return group + gap;
        }
        return 0;
    }

    /** The group of the longest word that begins at a place, over one bracket, colon or space; 0: none. */
    static int behind(int[] text, int at) {
        int start = at;
        int gap = 0;
        while (start < text.length && start < at + 1 && between(text[start])) {
            start++;
            gap = 5;
        }
        if (start == text.length || !FIRST.get(text[start])) return 0;
        for (int n = Math.min(LONGEST, text.length - start); n >= 1; n--) {
            Integer group = RIGHT.get(new String(text, start, n));
            if (group != null) return group + gap;
        }
        return 0;
    }

    private static boolean between(int c) {
        return c == ':' || c == '(' || c == ' ' || c == ',' || c == '"' || c == '“' || c == ')';
    }
}
