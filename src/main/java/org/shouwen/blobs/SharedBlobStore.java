package org.shouwen.blobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Blobs where all nodes share them, each as {@code papers/<first two digits>/<SHA-256>}, with the moment at which it was last
 * put beside it.
 */
final class SharedBlobStore implements BlobStore {
    private static final String FOLDER = "papers/";

    /** What was put so lately is not sent again: it is there, and stays young for the sweep. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final SharedObjects objects;
    private final InstantSource clock;
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    SharedBlobStore(SharedObjects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
    }

    @Override
    public String put(byte[] bytes) {
        String sha256 = Sha256.of(bytes);
        String name = name(sha256);
        // not every store bears that one writes what another reads: of one node only one writes the same at once
        synchronized (turns[Math.floorMod(sha256.hashCode(), turns.length)]) {
            Instant now = clock.instant();
            Instant before = now.minus(JUST_NOW);
            if (objects.writtenAt(name).filter(before::isBefore).isEmpty()) objects.put(name, bytes, now);
        }
        return sha256;
    }

    @Override
    public byte[] get(String sha256) {
        byte[] bytes = objects.get(name(sha256));
        if (!Sha256.of(bytes).equals(sha256)) throw new IllegalStateException("a paper was changed: " + sha256);
        return bytes;
    }

    @Override
    public void remove(String sha256) {
        objects.remove(name(sha256));
    }

    @Override
    public void sweep(Duration age, Predicate<String> referred) {
        Instant before = clock.instant().minus(age);
        for (String name : objects.names(FOLDER)) {
            String sha256 = name.substring(name.lastIndexOf('/') + 1);
            if (referred.test(sha256) || !old(name, before)) continue;
            removeUnlessReferred(name, sha256, referred);
        }
    }

    /** Looked at after it was found that nothing refers to it: who puts it meanwhile makes it young. */
    private boolean old(String name, Instant before) {
        return objects.writtenAt(name).filter(at -> at.isBefore(before)).isPresent();
    }

    /** Put back where somebody came to refer to it in the moment of its removal. */
    private void removeUnlessReferred(String name, String sha256, Predicate<String> referred) {
        byte[] bytes;
        try {
            bytes = objects.get(name);
        } catch (NoSuchElementException takenAwayMeanwhile) {
            return;
        }
        objects.remove(name);
        if (referred.test(sha256)) objects.put(name, bytes, clock.instant());
    }

    private static String name(String sha256) {
        return FOLDER + sha256.substring(0, 2) + "/" + sha256;
    }
}
