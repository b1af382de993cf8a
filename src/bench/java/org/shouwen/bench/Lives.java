package org.shouwen.bench;

import java.io.IOException;

/** Whole lives of orders, one after the other: taken, dispatched, received, reported, closed. */
record Lives(Wire wire, String desk, String unit) implements Load.Client {
    @Override
    public void once() throws Exception {
        String number = wire.post("/api/v1/appeals", desk, """
                {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区3号楼",
                 "happenedAt":"昨天","title":"室内温度只有15度","content":"家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。",
                 "appellant":{"name":"王示例","phone":"13800000001"},"outcome":{"type":"order"}}""").expect(201).field("number");
        String order = "/api/v1/work-orders/" + number;
        wire.post(order + "/dispatches", desk, "{\"lead\":\"heating\",\"limitClass\":\"ordinary\"}")
                .expect(201);
        wire.post(order + "/receipts", unit, "").expect(201);
        wire.post(order + "/reports", unit, """
                {"leaderActed":"分管领导到场","investigation":"测温三次","resolution":"更换阀门","appellantSaid":"满意",
                 "answeredAt":"%s","answeredHow":"电话","done":true}""".formatted(java.time.Instant.now()))
                .expect(201);
        wire.post(order + "/acceptances", desk, "{}").expect(201);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
