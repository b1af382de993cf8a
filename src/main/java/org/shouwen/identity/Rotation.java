package org.shouwen.identity;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.CliCommand;
import org.shouwen.jobs.Job;
import org.shouwen.jobs.NodeName;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.shouwen.keys.LaidKeys;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * New keys for the vault while everything runs, one to encrypt with and one to find numbers by: new identities are
 * written under them as soon as every node holds them, the old ones are written anew in small steps.
 */
@Component
@Basis(Clause.A21)
class Rotation implements Job, CliCommand {
    private static final String LOOK = "--look";
    private static final List<String> KEYS = List.of(Vault.KEY, PhoneHash.KEY);

    private final VaultStore store;
    private final KeyVersions versions;
    private final FieldCipher cipher;
    private final PhoneHash hash;
    private final VaultPass pass;
    private final OpenedRows opened;
    private final InstantSource clock;
    private final LaidKeys laid;
    private final NodeName node;

    Rotation(
            VaultStore store,
            KeyVersions versions,
            PhoneHash hash,
            VaultPass pass,
            OpenedRows opened,
            InstantSource clock,
            LaidKeys laid,
            NodeName node) {
        this.laid = laid;
        this.node = node;
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
        takeUp();
        Instant since = KEYS.stream()
                .map(versions::since)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (since == null || since.plus(KeyVersions.TAKE_UP).isAfter(clock.instant()) || store.rotated(since)) return;
        pass.all(this::current);
        store.noteRotated(since, clock.instant());
    }

    private void takeUp() {
        if (!laid.waits()) return;
        laid.tell(node.get()); // this one may have begun a moment ago
        if (laid.without(null).isEmpty()) laid.use();
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
        return "[--look]";
    }

    @Override
    public String help() {
        return "makes new keys for identities, used once every node holds them; the old ones are written anew meanwhile";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.contains(LOOK)) return look(out);
        List<String> fresh = new ArrayList<>();
        for (String key : KEYS) {
            Optional<String> made = laid.lay(key);
            if (made.isEmpty()) return elsewhere(key, out);
            fresh.add(made.get());
        }
        fresh.forEach(out::println);
        boolean here = KEYS.stream().allMatch(laid::inFiles);
        List<String> without = laid.without(here ? node.get() : null);
        if (without.isEmpty()) laid.use();
        else waits(fresh, without, out);
        out.println("请立即备份新密钥（SHOUWEN_HOME/keys，与数据库分开保管）：此后写入的身份信息只有新密钥能读，旧备份和旧密钥副本里没有它。"
                + "再执行一次 ./shouwen backup 目录 --keys=密钥副本目录，新密钥就会复制到那里。");
        out.println(
                "Back the new keys up now (SHOUWEN_HOME/keys, apart from the database): what is stored from now on can be read"
                        + " with them only, and no earlier backup or copy of the keys has them."
                        + " Run ./shouwen backup DIR --keys=FOLDER again, which copies them there. docs/operations/runbook.md");
        return 0;
    }

    private int look(PrintStream out) {
        List<String> without = laid.waits() ? laid.without(null) : List.of();
        if (!laid.waits()) out.println("没有待启用的新密钥。No new key waits.");
        else if (without.isEmpty())
            out.println("全部节点都有新密钥，一分钟内启用。Every node holds the new keys: used within a minute.");
        else out.println("还没有新密钥的节点 without the new keys: " + String.join(" ", without));
        return 0;
    }

    private static void waits(List<String> fresh, List<String> without, PrintStream out) {
        String files = fresh.stream().map(f -> f + ".key").collect(Collectors.joining(" "));
        String nodes = String.join(" ", without);
        out.printf(
                "尚未启用，这些节点还没有新密钥：%s。请把 %s 复制到它们的 SHOUWEN_HOME/keys（来自程序或环境变量的，在那里加上）；全部节点都有后两分钟内自动启用，./shouwen keys rotate --look 可查看还缺谁。%n",
                nodes, files);
        out.printf(
                "Not used yet, these nodes do not hold the new keys: %s. Copy %s into their SHOUWEN_HOME/keys (where keys come from a"
                        + " program or the environment, add them there); the keys are used by themselves within two minutes after every"
                        + " node holds them; ./shouwen keys rotate --look says who is still without.%n",
                nodes, files);
    }

    private static int elsewhere(String key, PrintStream out) {
        out.printf("另一节点已生成新的 %s 密钥，本机没有：请从那里复制到本机 SHOUWEN_HOME/keys，再运行本命令。%n", key);
        out.printf(
                "Another node has made the new key of %s, and it is not here: copy it from there into SHOUWEN_HOME/keys, then run this again.%n",
                key);
        return 1;
    }
}
