package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.embedded.WalArchive;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Vault;
import org.shouwen.retention.ErasureLog;
import org.shouwen.retention.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Article 21 after a restore: the database knows a person again, the list outside it says that they were forgotten. */
@ShouwenTest
class AfterRestoreTest {
    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    Vault vault;

    @Autowired
    AfterRestore afterRestore;

    @Autowired
    Retention retention;

    @Autowired
    History history;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @Value("${shouwen.home}")
    Path home;

    private String answered(String name) {
        return intake.take(
                        AnAppeal.saying("我叫" + name + "，路灯不亮")
                                .kind("complaint")
                                .by(Identity.of(name, "13904151299", "振兴区某街6号", null)),
                        new Disposition.Answered("明天修"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow()
                .number();
    }

    private String name(String number) {
        UUID appellant = appeals.get(number).appellant();
        return vault.masked(List.of(appellant)).values().toString();
    }

    @Test
    void whom_the_list_names_is_forgotten_before_anybody_is_served_and_nobody_else() throws Exception {
        clock.set("2026-11-20T10:00");
        String gone = answered("孙忘我");
        String stays = answered("李留下");
        Files.createDirectories(home.resolve(ErasureLog.FILE).getParent());
        Files.writeString(
                home.resolve(ErasureLog.FILE),
                "2026-11-21T00:00:00Z appeal " + appeals.get(gone).id() + "\n2026-11-21T00:00:00Z appe");
        Files.writeString(
                home.resolve(AfterRestore.MARK),
                AfterRestore.mark(
                        "20261119-030000", "2026-11-18T19:00:00Z", null, Instant.parse("2026-11-22T00:00:00Z")));

        afterRestore.afterSingletonsInstantiated();

        assertThat(appeals.get(gone).words().content()).doesNotContain("孙忘我").contains("路灯不亮");
        assertThat(name(gone)).doesNotContain("孙");
        assertThat(name(stays)).contains("李");
        assertThat(home.resolve(AfterRestore.MARK)).doesNotExist();
        int restored = history.of(Subject.of("installation", "home")).size();
        assertThat(history.of(Subject.of("installation", "home"))).last().satisfies(e -> {
            assertThat(e.type()).isEqualTo("Restored");
            assertThat(e.body()).contains("\"forgottenAgain\":1").contains("20261119-030000");
        });
        assertThat(verification.findings()).isEmpty();
        afterRestore.afterSingletonsInstantiated();
        assertThat(history.of(Subject.of("installation", "home"))).as("once").hasSize(restored);
    }

    @Test
    void whom_only_the_archive_s_list_names_is_forgotten_too() throws Exception {
        clock.set("2026-11-20T10:00");
        String gone = answered("钱忘却");
        Path archive = home.resolve("archive-of-the-test");
        WalArchive.use(home, archive.toString());
        try {
            Files.createDirectories(archive.resolve(ErasureLog.FILE).getParent());
            Files.writeString(
                    archive.resolve(ErasureLog.FILE),
                    "2026-11-21T00:00:00Z appeal " + appeals.get(gone).id() + "\n");
            Files.writeString(
                    home.resolve(AfterRestore.MARK),
                    AfterRestore.mark(
                            "20261119-030000", "2026-11-18T19:00:00Z", null, Instant.parse("2026-11-22T00:00:00Z")));
            afterRestore.afterSingletonsInstantiated();
        } finally {
            WalArchive.use(home, "");
        }
        assertThat(name(gone)).doesNotContain("钱");
        assertThat(home.resolve(ErasureLog.FILE))
                .content()
                .contains(appeals.get(gone).id().toString());
    }

    @Test
    void whoever_is_forgotten_is_noted_outside_the_database_by_an_id_alone() throws Exception {
        clock.set("2020-11-20T10:00");
        String number = answered("周到期");
        UUID id = appeals.get(number).id();
        clock.set("2026-11-20T10:00");
        retention.run();
        assertThat(appeals.get(number).words().content()).doesNotContain("周到期");
        assertThat(Files.readString(home.resolve(ErasureLog.FILE)))
                .contains(" appeal " + id)
                .doesNotContain(number)
                .doesNotContain("周到期");
    }

    @Test
    void seals_of_after_the_moment_are_put_aside_and_not_destroyed() throws Exception {
        clock.set("2026-11-20T10:00");
        answered("王封存");
        assertThat(verification.findings()).isEmpty();
        Path log = home.resolve("seals/seals.log");
        String later = "900000 900000 1 " + "ab".repeat(32) + "\n";
        Files.writeString(log, Files.readString(log) + later);
        assertThat(verification.findings())
                .as("seen before the restore is noted")
                .isNotEmpty();
        Files.writeString(
                home.resolve(AfterRestore.MARK),
                AfterRestore.mark("b", "2026-11-18T19:00:00Z", Instant.EPOCH, Instant.EPOCH));
        afterRestore.afterSingletonsInstantiated();
        assertThat(verification.findings()).isEmpty();
        try (Stream<Path> files = Files.list(home.resolve("seals"))) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("seals-after-")))
                    .singleElement()
                    .satisfies(f -> assertThat(Files.readString(f)).isEqualTo(later));
        }
    }
}
