package org.shouwen.identity;

import java.util.BitSet;
import java.util.Set;

/** Family names, by which a personal name in Chinese text begins. */
final class Surnames {
    static final Set<String> COMPOUND = Masks.COMPOUND_SURNAMES;

    /** Roughly by how many people bear them. */
    static final String SINGLE = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯"
            + "常洪赖龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝"
            + "路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲"
            + "虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁"
            + "芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由韶达樂陳劉張黃楊吳趙孫馬鄭謝羅許韓馮鄧葉蘇盧鍾譚陸範賈鄒閻龍賀顧錢嚴湯溫莊聶魯嶽關蘭蔣"
            + "闻桓郇逄綦亢郗仉佴妫禚冮苍才律阎朵代习候丘旷肇菅矫糜稽玄凤昌酆税牧畅承竺"
            + "步果钮谯缑仵贠雒郄贡茆荀宦乜隗濮蒯璩庾宓忻籍撒沃洛芈迮笪郏郦郅郯鄞靖羿翦苻苌荘莘葸蓟蔚虢訾谯贲闳隽雒颉麴钭缐銮";

    private static final int FREQUENT = 133;

    private static final BitSet SINGLES = new BitSet();

    static {
        SINGLE.chars().forEach(SINGLES::set);
    }

    private Surnames() {}

    static boolean single(int c) {
        return SINGLES.get(c);
    }

    static boolean compound(int first, int second) {
        return COMPOUND.contains(Character.toString(first) + Character.toString(second));
    }

    /** Whether it is among those that most people bear. */
    static boolean frequent(int c) {
        int at = SINGLE.indexOf(c);
        return at >= 0 && at < FREQUENT;
    }
}
