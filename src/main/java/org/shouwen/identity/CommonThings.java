package org.shouwen.identity;

import java.util.Set;

/**
 * Words that begin like a name and are things of a city, a home or the weather: nobody is called so, and an order whose
 * matter is masked (井*没了) can not be handled; and people of whom everybody speaks. Words that are given names as well (石桥, 丰收, 向阳) are not among them.
 */
final class CommonThings {
    private static final Set<String> WORDS = Set.of((
            // streets and what stands on them
            "井盖 井圈 井底 井口 路障 路牌 路沿 路灯 路口 路面 路基 白线 黄线 红线 黄土 沙子 沙堆 盖板 盖子 步道 步梯 干道 关卡 云梯 石阶 石板 花坛 花草 花盆 "
                    + "果皮 果树 柏油 柏树 柳树 柳絮 杨树 杨絮 苗圃 满地 满溢 满屋 阴沟 阴井 封条 封口 公厕 公交 支架 桂树 梅树 桃树 松树 "
                    // houses
                    + "门洞 门头 门框 门禁 门锁 门口 门面 楼体 楼梯 楼道 楼板 房顶 毛坯 漆面 米面 温水 冷水 冷风 强风 强电 弱电 明火 柴油 柴火 元件 容器 相框 席子 "
                    + "车库 车位 衣服 包裹 包装 单子 单元 钱包 钱款 平房 宾馆 桑拿 海边 牧场 鹿场 鱼塘 谷物 麦子 米袋 艾草 檀木 李子 苍蝇 乌鸦 乌龟 母猪 母鸡 "
                    // what people speak of
                    + "高空 毛病 厉害 方向 计量 宣传 索赔 谈话 呼叫 来电 来水 位置 富余 沃土 冶炼 安保 权益 祖坟 战士 尉官 揭牌 宫殿 哈气 全屋 全家 时候 "
                    + "冷库 海水 植物 植被 席位 羊圈 牛棚 池子 池塘 方砖 干草 展板 展厅 项圈 汤池 玉米 束线 勾缝 鲜花 豆腐 苏打 毛孩 段落 印章 管线 时限 成品 成本 屠宰 练车 官网 卜卦 闭水 游园")
            .split(" "));

    /** Of whom everybody speaks. */
    private static final Set<String> PUBLIC = Set.of(
            "农行", "农大", "元宝", "海鲜", "房本", "房源", "房号", "房间", "房屋", "商场", "阳历", "花店", "支付宝", "余额宝", "高考", "高中", "高一",
            "高二", "高三", "车主", "门牌", "党费", "党羽", "索道", "伏法", "戴眼镜", "戴口罩", "戴帽子", "戴头盔", "古代", "海参", "海带", "海胆", "习近平",
            "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来", "李克强", "温家宝", "刘少奇", "朱德", "孙中山", "雷锋", "焦裕禄", "包青天", "黄继光", "马克思", "列宁",
            "诸葛亮", "孔子", "孟子", "华佗", "武则天", "秦始皇", "岳飞", "李白", "杜甫", "包公", "包拯", "海瑞", "白居易", "苏东坡", "曹操", "刘备", "楼长",
            "危楼", "危房", "楼管");

    private CommonThings() {}

    static boolean has(String word) {
        return WORDS.contains(word) || PUBLIC.contains(word);
    }

    /** Whether a name would be a ward, or begin with the end of a word that is a place for something: 23号摊位烤串. */
    static boolean stand(int[] text, int from, int to) {
        if (text[to - 1] == '科' && to < text.length && "主医大护室门病员挂".indexOf(text[to]) >= 0) return true;
        return text[from] == '位' && from > 0 && "摊铺席座工床车泊岗学档柜单".indexOf(text[from - 1]) >= 0;
    }
}
