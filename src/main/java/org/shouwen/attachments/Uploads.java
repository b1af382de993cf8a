package org.shouwen.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files of a form. */
public final class Uploads {
    private Uploads() {}

    /** What was chosen; a field left empty comes as an empty file and is none. */
    public static List<Papers.File> of(@Nullable List<MultipartFile> uploaded) {
        List<Papers.File> files = new ArrayList<>();
        for (MultipartFile f : uploaded == null ? List.<MultipartFile>of() : uploaded) {
            if (f.isEmpty()) continue;
            try {
                files.add(new Papers.File(String.valueOf(f.getOriginalFilename()), f.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
