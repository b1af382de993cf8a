package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private ClassModel model;

    @BeforeEach
    void save() throws Exception {
        file = folder.resolve("class.model");
        model = ClassTrainer.train(DecidedMessages.rows(), _ -> {});
        ModelFile.save(file, new NamedModel<>("class", "2026-11-28/1", model));
    }

    @Test
    void a_model_that_was_saved_proposes_the_same_under_its_name_and_version() throws IOException {
        NamedModel<ClassModel> read = ModelFile.loadClassModel(file);
        assertThat(read.name()).isEqualTo("class");
        assertThat(read.version()).isEqualTo("2026-11-28/1");
        assertThat(read.model().categories()).isEqualTo(model.categories());
        for (TrainingRow row : DecidedMessages.rows()) {
            ClassProposal now =
                    read.model().propose(row.title(), row.content(), 1).getFirst();
            ClassProposal before = model.propose(row.title(), row.content(), 1).getFirst();
            assertThat(now.category()).isEqualTo(before.category());
            assertThat(now.probability()).isCloseTo(before.probability(), within(0.01));
        }
    }

    @Test
    void a_file_cut_anywhere_is_refused_in_words() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {41, whole.length / 4, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("不完整或已损坏");
        }
    }

    @Test
    void a_file_with_one_changed_bit_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {9, 20, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            assertRefused("不完整或已损坏");
        }
    }

    @Test
    void something_else_an_empty_file_and_none_are_refused() throws IOException {
        Files.writeString(file, "这不是模型，是一封信，信里写了很多字，多得超过一个摘要的长度。");
        assertRefused("不是首问的模型文件");
        Files.write(file, new byte[0]);
        assertRefused("不是首问的模型文件");
        Files.delete(file);
        assertRefused("没有模型文件");
    }

    @Test
    void saving_again_replaces_the_model_and_leaves_nothing_beside_it() throws IOException {
        ModelFile.save(file, new NamedModel<>("class", "2026-11-28/2", model));
        assertThat(ModelFile.loadClassModel(file).version()).isEqualTo("2026-11-28/2");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> ModelFile.loadClassModel(file))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining(words)
                .hasMessageContaining(file.toString());
    }
}
