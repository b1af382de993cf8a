package org.shouwen.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form. */
public final class Uploads {
    private Uploads() {}

    /** A field left empty comes as an empty file without a name; one that was chosen and is empty has its name. */
    public static boolean none(@Nullable MultipartFile file) {
        return file == null || (file.isEmpty() && name(file).isBlank());
    }

    /** What was chosen. An empty file stays, so that it is refused by name and not dropped without a word. */
    public static List<Papers.File> of(@Nullable List<MultipartFile> uploaded) {
        List<Papers.File> files = new ArrayList<>();
        for (MultipartFile f : uploaded == null ? List.<MultipartFile>of() : uploaded) {
            if (none(f)) continue;
            try {
                files.add(new Papers.File(name(f), f.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
