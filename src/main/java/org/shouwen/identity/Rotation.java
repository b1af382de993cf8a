package org.shouwen.identity;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.CliCommand;
import org.shouwen.jobs.Job;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * New keys for the vault while everything runs, one to encrypt with and one to find numbers by: new identities are
 * written under them at once, the old ones are written anew in small steps.
 */
@Component
@Basis(Clause.A21)
class Rotation implements Job, CliCommand {
    private final VaultStore store;
    private final KeyVersions versions;
    private final FieldCipher cipher;
    private final PhoneHash hash;
    private final VaultPass pass;
    private final OpenedRows opened;
    private final InstantSource clock;

    Rotation(
            VaultStore store,
            KeyVersions versions,
            PhoneHash hash,
            VaultPass pass,
            OpenedRows opened,
            InstantSource clock) {
        this.store = store;
        this.versions = versions;
        this.cipher = new FieldCipher(Vault.KEY, versions);
        this.hash = hash;
        this.pass = pass;
        this.opened = opened;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "keys rotate";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Until none is left under an old key; once every node writes under the new one. */
    @Override
    public void run() {
        Instant since = Stream.of(Vault.KEY, PhoneHash.KEY)
                .map(versions::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (since == null || since.plus(KeyVersions.TAKE_UP).isAfter(clock.instant()) || store.rotated(since)) return;
        pass.all(this::current);
        store.noteRotated(since, clock.instant());
    }

    private Optional<VaultStore.Row> current(VaultStore.Row r) {
        return cipher.isCurrent(r.name())
                        && cipher.isCurrent(r.phone())
                        && cipher.isCurrent(r.address())
                        && cipher.isCurrent(r.ip())
                        && cipher.isCurrent(r.channelAccount())
                        && Arrays.equals(r.phoneHash(), hash(r))
                ? Optional.empty()
                : Optional.of(anew(r));
    }

    private VaultStore.Row anew(VaultStore.Row r) {
        return new VaultStore.Row(
                r.id(),
                anew(r.id(), "name", r.name()),
                anew(r.id(), "phone", r.phone()),
                anew(r.id(), "address", r.address()),
                anew(r.id(), "ip", r.ip()),
                anew(r.id(), "channel_account", r.channelAccount()),
                hash(r));
    }

    private byte @Nullable [] hash(VaultStore.Row r) {
        return r.phone() == null ? null : hash.of(opened.phone(r));
    }

    private byte @Nullable [] anew(UUID id, String column, byte @Nullable [] kept) {
        return cipher.encrypt(id, column, opened.open(id, column, kept));
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String help() {
        return "makes new keys for identities; the old ones are written anew while everything runs";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        for (String key : List.of(Vault.KEY, PhoneHash.KEY)) out.println(key + "." + versions.rotate(key));
        out.println("请立即备份新密钥（SHOUWEN_HOME/keys，与数据库分开保管）：此后写入的身份信息只有新密钥能读，旧备份里没有它。");
        out.println(
                "Back the new keys up now (SHOUWEN_HOME/keys, apart from the database): what is stored from now on can be read"
                        + " with them only, and no earlier backup has them. docs/operations/runbook.md");
        return 0;
    }
}
