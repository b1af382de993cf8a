package org.shouwen.callermeasures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 20 and 21: the police read who called and what was said, and no number of a third person. */
class PoliceLetterTest extends BrowserTest {
    private static final CurrentUser AGENT = person("坐席", Role.AGENT);
    private static final CurrentUser SUPERVISOR = person("督办", Role.SUPERVISOR);
    private static final CurrentUser BUREAU = person("营商", Role.BUREAU);

    @Autowired
    Nuisance nuisance;

    @Autowired
    Intake intake;

    private static CurrentUser person(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    private WorkOrderNumber call(String content) {
        return new WorkOrderNumber(intake.take(
                        AnAppeal.saying(content).kind("complaint").by(Identity.of("", "13811115577", "", null)),
                        new Disposition.Declined("abusive", "带有恶意性语言"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number());
    }

    @Test
    void the_callers_number_is_in_it_and_a_third_persons_is_not() throws IOException {
        List<WorkOrderNumber> calls = List.of(call("骂人，要坐席打13904150077找王建国"), call("又骂人"));
        Ruling ruling =
                nuisance.propose(calls, Ruling.Ground.HARASSING, Measure.NOTE, 10, "每天骚扰，并公布坐席家人电话13704151188", AGENT);
        nuisance.agree(ruling.id(), SUPERVISOR);
        nuisance.agree(ruling.id(), BUREAU);
        nuisance.referToPolice(ruling.id(), BUREAU);
        Page bureau = as("bureau");
        bureau.navigate("/nuisances");
        Download letter =
                bureau.waitForDownload(() -> bureau.locator("form[action$='/" + ruling.id() + "/packet'] button")
                        .click());
        try (XWPFDocument doc = new XWPFDocument(Files.newInputStream(letter.path()));
                XWPFWordExtractor text = new XWPFWordExtractor(doc)) {
            assertThat(text.getText())
                    .contains("13811115577", "王建国", "每天骚扰", "139****0077", "137****1188")
                    .doesNotContain("13904150077", "13704151188");
        }
    }
}
