package org.shouwen.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.shouwen.tables.SheetWriter;

/**
 * {@code ./shouwen bench boards [--rows 100000] [--csv]}: a board's table is imported by the command of the product, in a process of its own, beside the
 * running application. Measured: seconds of the whole command and the memory of its process, looked at each half second. Every row has other words.
 */
final class BoardsBench {
    private static final List<String> HEADS =
            List.of("办件编号", "问题归属地", "留言人姓名", "留言时间", "留言人电话", "身份证号码", "地址", "IP地址", "类别", "标题", "留言正文");
    private static final String[] WORDS = {
        "暖气三天不热，室内只有14度，家里有老人和孩子，请尽快处理。",
        "楼前路灯不亮，晚上出行看不见路，希望尽快维修。",
        "小区垃圾三天没有清运，气味很大，请有关部门协调。",
        "路面有一个大坑，下雨积水，已经有人摔倒，请修补。",
        "物业乱收停车费，没有公示收费标准，请核实处理。",
        "自来水压力不足，五楼以上早晚没有水，请查明原因。",
        "夜间工地施工到凌晨两点，影响休息，多次反映没有结果。",
        "公交车等了四十分钟，线路调整后没有公告，请答复。"
    };

    private BoardsBench() {}

    /** @return the process's exit status: 1 when not every row was taken */
    static int run(List<String> words, PrintStream out) throws Exception {
        int rows = Bench.number(words, "--rows", 100_000);
        try (City city = City.start()) {
            Path file = words.contains("--csv")
                    ? csv(city.home.resolve("board.csv"), rows)
                    : sheet(city.home.resolve("board.xlsx"), rows);
            Path said = city.home.resolve("import.txt");
            long from = System.nanoTime();
            Process p = Application.java(
                            city.home, city.port, List.of("boards", "import", "state-council", file.toString()), "")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            List<Long> memory = new ArrayList<>();
            while (!p.waitFor(500, TimeUnit.MILLISECONDS)) memory.add(residentMb(p));
            double seconds = (System.nanoTime() - from) / 1e9;
            long taken;
            try (Connection c = city.connect();
                    Statement s = c.createStatement();
                    ResultSet rs = s.executeQuery("select count(*) from boards.post")) {
                rs.next();
                taken = rs.getLong(1);
            }
            out.println(Files.readString(said).lines().reduce("", (_, last) -> last));
            out.printf(
                    Locale.ROOT,
                    "{\"rows\":%d,\"taken\":%d,\"seconds\":%.1f,\"mbAtAThird\":%d,\"mbAtTheEnd\":%d,\"mbMost\":%d}%n",
                    rows,
                    taken,
                    seconds,
                    memory.get(memory.size() / 3),
                    memory.getLast(),
                    memory.stream().mapToLong(m -> m).max().orElse(0));
            return p.exitValue() == 0 && taken == rows ? 0 : 1;
        }
    }

    private static long residentMb(Process p) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(p.pid()), "status")))
                if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            return 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static Path csv(Path file, int rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .build(new OutputStreamWriter(Files.newOutputStream(file), Charset.forName("GB18030")))) {
            csv.writeRecord(HEADS);
            for (int i = 0; i < rows; i++) csv.writeRecord(row(i));
        }
        return file;
    }

    private static Path sheet(Path file, int rows) throws IOException {
        try (SheetWriter sheet = new SheetWriter(Files.newOutputStream(file), "board", List.of(), HEADS)) {
            for (int i = 0; i < rows; i++) sheet.row(new ArrayList<>(row(i)));
        }
        return file;
    }

    private static List<String> row(int i) {
        return List.of(
                "GWY2026%07d".formatted(i),
                "丹东市振兴区",
                "何其正",
                "2026-09-%02d %02d:%02d".formatted(1 + i % 28, i / 60 % 24, i % 60),
                "138%08d".formatted(i),
                "210603198001011234",
                "锦山大街%d号3单元501".formatted(i % 900),
                "203.0.113.%d".formatted(i % 250),
                "投诉",
                "示例小区%d号楼的问题".formatted(i),
                "示例小区%d号楼%d单元：".formatted(i, i % 6) + WORDS[i % WORDS.length]);
    }
}
