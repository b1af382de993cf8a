package org.shouwen.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings to the disk what was written, out of the machine's memory: a power cut after this takes nothing of it. */
final class Forced {
    private Forced() {}

    /** The bytes of a file, also of one that may only be read; its name is its folder's. */
    static void file(Path file) throws IOException {
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes.force(true);
        }
    }

    /** The names in a folder. */
    static void folder(@Nullable Path folder) throws IOException {
        if (folder == null) return;
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException knowsNoSuchThing) {
            // some shares of other systems force files alone and keep names by themselves
        }
    }

    /** The names in a folder and in all folders in it. */
    static void folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path f : all.filter(Files::isDirectory).toList()) folder(f);
        }
    }
}
