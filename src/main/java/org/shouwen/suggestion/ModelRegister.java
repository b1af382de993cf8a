package org.shouwen.suggestion;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** 模型登记: which models there are, how each was measured, which is in use and who switched it on. */
@Service
public class ModelRegister {
    static final String KIND = "suggestion_model";

    private final ModelStore store;
    private final ActiveModels active;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    ModelRegister(ModelStore store, ActiveModels active, History history, JsonMapper json, InstantSource clock) {
        this.store = store;
        this.active = active;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<ModelEntry> page(@Nullable After after, int limit) {
        return store.page(after, limit);
    }

    /** Why models in use can not be read, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (Task task : Task.values()) active.problem(task).ifPresent(problems::add);
        return problems;
    }

    /**
     * Switches a model on in the place of the one in use; a named person may also take one that measured worse.
     *
     * @throws NotFound when there is no such model
     * @throws BadInput when its content is gone
     */
    @Transactional
    public void switchOn(UUID id, CurrentUser by) {
        ModelEntry m = store.lock(id).orElseThrow(() -> new NotFound("model", id.toString()));
        if (!m.there()) throw new BadInput("model", "suggestion.bad.model-gone");
        on(m, by.name(), by.actor());
    }

    /** Nothing of the task is in use then: what the city started with proposes again. */
    @Transactional
    public void switchOff(UUID id, CurrentUser by) {
        ModelEntry m = store.lock(id).filter(ModelEntry::inUse).orElseThrow(() -> new NotFound("model", id.toString()));
        Instant now = now();
        store.switchOff(m.task(), by.name(), now);
        write(m, "ModelSwitchedOff", by.actor(), now);
    }

    /** What the night's training does with one that measured better, and never with another. */
    void switchOnBetter(ModelEntry m) {
        if (!m.better()) throw new IllegalArgumentException("a worse model is never switched on by itself");
        on(m, Actor.SYSTEM.name(), Actor.SYSTEM);
    }

    private void on(ModelEntry m, String name, Actor by) {
        Instant now = now();
        store.switchOff(m.task(), name, now);
        store.switchOn(m.id(), name, now);
        write(m, "ModelSwitchedOn", by, now);
    }

    private void write(ModelEntry m, String type, Actor by, Instant at) {
        history.append(
                new Subject(KIND, m.id()),
                at,
                by,
                type,
                json.writeValueAsString(Map.of("task", m.task().code(), "version", m.version(), "better", m.better())));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                active.changed();
            }
        });
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
