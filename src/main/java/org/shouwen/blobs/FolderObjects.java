package org.shouwen.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects as files of a folder that all nodes mount; a file's time of change is the moment given with it. */
final class FolderObjects implements SharedObjects {
    private final Path folder;

    FolderObjects(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String name, byte[] bytes, Instant at) {
        Path file = folder.resolve(name);
        try {
            Durable.put(file, bytes, at);
        } catch (IOException e) {
            throw new StoreUnavailable("could not write " + name, e);
        }
    }

    @Override
    public byte[] get(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new NoSuchElementException("no such object: " + name, e);
        } catch (IOException e) {
            throw new StoreUnavailable("could not read " + name, e);
        }
    }

    @Override
    public Optional<Instant> writtenAt(String name) {
        try {
            return Optional.of(Files.getLastModifiedTime(folder.resolve(name)).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreUnavailable("could not look at " + name, e);
        }
    }

    @Override
    public List<String> names(String prefix) {
        Path from = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(from)) return List.of();
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .filter(n -> n.startsWith(prefix) && !n.endsWith(Durable.DRAFT))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreUnavailable("could not list " + prefix, e);
        } catch (java.io.UncheckedIOException e) {
            throw new StoreUnavailable("could not list " + prefix, new IOException(e));
        }
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new StoreUnavailable("could not remove " + name, e);
        }
    }
}
