package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped weights of names can be learned anew. */
class NameTrainingCommandTest {
    @TempDir
    Path dir;

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private int train(String... arguments) throws IOException {
        PrintStream said = new PrintStream(progress, true, StandardCharsets.UTF_8);
        return new NameTrainingCommand().run(List.of(arguments), said, said);
    }

    @Test
    void what_is_learned_from_our_own_sentences_tells_a_name_from_a_word() throws IOException {
        Path file = dir.resolve("names.model");
        assertThat(train(file.toString())).isZero();
        NameModel model = NameModel.read(Files.readAllBytes(file));
        assertThat(score(model, "房东名叫崔健平，不退押金", 4, 7)).isPositive();
        assertThat(score(model, "投诉物业经理高原，态度恶劣", 6, 8)).isPositive();
        assertThat(score(model, "女儿高考，楼下施工", 2, 4)).isNegative();
        byte[] net = Files.readAllBytes(file.resolveSibling("names.net"));
        NameNet second = NameNet.read(net);
        assertThat(again(model, second, "房东名叫崔健平，不退押金", "崔健平")).isPositive();
        assertThat(again(model, second, "女儿高考，楼下施工", "高考")).isNegative();
        assertThatThrownBy(() -> NameNet.read(Arrays.copyOf(net, net.length / 2)))
                .hasMessage("not a whole net of names");
    }

    /** What the second weighing gives the words. */
    private static double again(NameModel first, NameNet second, String text, String words) {
        int[] c = text.codePoints().toArray();
        NamePlaces places = new NamePlaces(c, first::score);
        NameWindow window = new NameWindow();
        for (int i = 0; i < places.all().size(); i++)
            if (places.words(places.all().get(i)).equals(words)) {
                window.read(c, places, i);
                return second.weigh(window, new float[NameNet.HIDDEN]);
            }
        return NamePlaces.FLOOR;
    }

    @Test
    void messages_of_a_file_are_learned_from_and_always_alike() throws IOException {
        Path messages = Files.writeString(dir.resolve("messages.jsonl"), """
            {"title":"暖气不热","content":"物业经理崔健平说管不了，请张主任过问。"}
            {"content":"楼道灯坏了","reply":"已由维修人员处理。"}
            """);
        Path first = dir.resolve("first");
        Path second = dir.resolve("second");
        assertThat(train(first.toString(), messages.toString())).isZero();
        assertThat(train(second.toString(), messages.toString())).isZero();
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("3 条文字 texts, 1 处姓名");
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void wrong_arguments_and_lines_are_said() throws IOException {
        assertThat(train()).isEqualTo(2);
        Path torn = Files.writeString(dir.resolve("torn.jsonl"), "{\"content\":");
        assertThat(train(dir.resolve("out").toString(), torn.toString())).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("not JSON");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    private static double score(NameModel model, String words, int from, int to) {
        NameFeatures features = new NameFeatures();
        features.read(Folded.of(words).codePoints().toArray(), from, to, 1);
        return model.score(features);
    }
}
