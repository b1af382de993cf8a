package org.shouwen.knowledge;

import java.util.regex.Pattern;

/** What a question asks for, by its words; the first that fits. */
enum QuestionType {
    TIME("何时|什么时候|什么时间|时间|几号|几月|几点|哪天|哪一天|多久|日期|期限|截至|截止|到什么时"),
    NUMBER("多少|几个|几项|几类|几种|几天|几家|几条|几人|几方面|几大|几名|多大|多高|比例|金额|百分之"),
    CONTACT("电话|热线|网址|网站|邮箱|公众号|平台|渠道|途径"),
    WHERE("哪里|哪儿|何地|在哪|什么地方|地点|地址|哪个省|哪个市|哪个区|哪些地区"),
    WHO("谁|哪位|哪个部门|哪些部门|什么部门|哪家|哪个单位|哪些单位|哪些人|对象"),
    LIST("哪些|哪几|哪几个|内容|措施|方面|要求|规定"),
    HOW("如何|怎么|怎样|怎么办|怎么样"),
    WHAT("");

    private final Pattern words;

    QuestionType(String words) {
        this.words = Pattern.compile(words);
    }

    static QuestionType of(String question) {
        for (QuestionType type : values()) if (type.words.matcher(question).find()) return type;
        return WHAT;
    }
}
