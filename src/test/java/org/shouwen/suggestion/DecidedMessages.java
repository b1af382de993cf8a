package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.List;

/** Made-up messages with their class, enough to train a small model. */
final class DecidedMessages {
    private static final List<String> PLACES = List.of("站前街", "锦山大街", "江湾小区", "九道街", "花园路", "七经街");

    private DecidedMessages() {}

    static List<TrainingRow> rows() {
        List<TrainingRow> rows = new ArrayList<>();
        for (String place : PLACES) {
            rows.add(new TrainingRow(place + "公交车等了四十分钟", "早上在" + place + "等公交，线路班次太少，司机还甩站。", "交通"));
            rows.add(new TrainingRow(place + "出租车拒载", "昨晚在" + place + "打车，出租车司机不打表，说不去就不去。", "交通"));
            rows.add(new TrainingRow("反映" + place + "客运班车停运", "去" + place + "的班车没有通知就停运，乘客回不了家。", "交通"));
            rows.add(new TrainingRow(place + "暖气不热", place + "家里暖气片冰凉，室温只有十三度，供热公司不来测温。", "供热"));
            rows.add(new TrainingRow("供热公司不退热费", place + "停暖一周，供热公司不给退热费。", "供热"));
            rows.add(new TrainingRow(place + "暖气管道漏水", place + "楼道里供热管道漏水，报修没有人来。", "供热"));
            rows.add(new TrainingRow(place + "学校违规补课", place + "的学校周末组织学生补课，老师收费。", "教育"));
            rows.add(new TrainingRow("孩子入学学区怎么划", "我家住" + place + "，孩子上小学的学区怎么划分，招生办电话打不通。", "教育"));
            rows.add(new TrainingRow(place + "幼儿园收费", place + "幼儿园多收保育费，家长问园长不答。", "教育"));
        }
        return rows;
    }
}
