package org.shouwen.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.shouwen.attachments.Recordings;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A folder that the telephone system writes and this machine sees. */
@Component
class RecordingFolder implements RecordingSource {
    private final String folder;

    RecordingFolder(@Value("${shouwen.telephone.recordings:}") String folder) {
        this.folder = folder.strip();
    }

    @Override
    public boolean there() {
        return !folder.isEmpty();
    }

    @Override
    public Optional<byte[]> fetch(RecordingPath path) throws IOException {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) throw new IOException("the folder of recordings is not there");
        Path file = root;
        for (String name : path.names()) file = file.resolve(name);
        if (!Files.isRegularFile(file)) return Optional.empty();
        // a link may lie in it that leads elsewhere
        if (!file.toRealPath().startsWith(root.toRealPath())) return Optional.empty();
        if (Files.size(file) > Recordings.LARGEST) throw new BadInput("recording", "too-large");
        return Optional.of(Files.readAllBytes(file));
    }
}
