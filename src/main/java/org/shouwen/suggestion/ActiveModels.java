package org.shouwen.suggestion;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models in use, read into memory once each; looked after every ten seconds, for another node may have changed them. A
 * model that can not be read is left out, with a word in the log and on the register's page: the desk goes on without it.
 */
@Component
class ActiveModels {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveModels.class);
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** @param problem why it can not be used; null when it can */
    private record Loaded(
            @Nullable UUID id,
            @Nullable NamedModel<?> model,
            @Nullable String problem,
            Instant looked) {}

    private final ModelStore store;
    private final InstantSource clock;
    private final Map<Task, Loaded> loaded = new EnumMap<>(Task.class);
    private final ReentrantLock lock = new ReentrantLock();

    ActiveModels(ModelStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<NamedModel<ClassModel>> classes(Task task) {
        Loaded l = look(task);
        return l != null && l.model() != null && l.model().model() instanceof ClassModel model
                ? Optional.of(new NamedModel<>(l.model().name(), l.model().version(), model))
                : Optional.empty();
    }

    Optional<NamedModel<DispatchModel>> dispatch() {
        Loaded l = look(Task.DISPATCH);
        return l != null && l.model() != null && l.model().model() instanceof DispatchModel model
                ? Optional.of(new NamedModel<>(l.model().name(), l.model().version(), model))
                : Optional.empty();
    }

    /** Why the model in use can not be used. */
    Optional<String> problem(Task task) {
        Loaded l = look(task);
        return l == null ? Optional.empty() : Optional.ofNullable(l.problem());
    }

    /** The next question looks anew. */
    void changed() {
        lock.lock();
        try {
            loaded.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever asks while a model is being read goes on without it. */
    private @Nullable Loaded look(Task task) {
        if (!lock.tryLock()) return null;
        try {
            Instant now = clock.instant();
            Loaded l = loaded.get(task);
            if (l != null
                    && !now.isBefore(l.looked())
                    && now.isBefore(l.looked().plus(FRESH))) return l;
            UUID id = store.inUse(task).map(ModelEntry::id).orElse(null);
            if (l != null && java.util.Objects.equals(id, l.id())) l = new Loaded(id, l.model(), l.problem(), now);
            else l = id == null ? new Loaded(null, null, null, now) : read(task, id, now);
            loaded.put(task, l);
            return l;
        } finally {
            lock.unlock();
        }
    }

    private Loaded read(Task task, UUID id, Instant now) {
        try {
            Optional<byte[]> bytes = store.content(id);
            if (bytes.isEmpty()) return new Loaded(null, null, null, now);
            return new Loaded(id, read(task, bytes.get(), id.toString()), null, now);
        } catch (IOException e) {
            LOG.warn("{}；继续受理，不再显示此项建议 the desk goes on without it", e.getMessage());
            return new Loaded(id, null, e.getMessage(), now);
        }
    }

    static NamedModel<?> read(Task task, byte[] bytes, String source) throws IOException {
        return task == Task.DISPATCH
                ? ModelFile.read(bytes, source, DispatchModel.KIND, DispatchModel::read)
                : ModelFile.read(bytes, source, ClassModel.KIND, ClassModel::read);
    }
}
