package org.shouwen.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.attachments.Papers;
import org.shouwen.desk.QueueMachine;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 窗口登记: a clerk registers who came (Art. 10) or wrote (Art. 12), and gives them a receipt with what opens the look-up. */
@Controller
@RequestMapping("/desk/counter")
class CounterScreens {
    private static final String LAST = "counterLast";

    private final Intake intake;
    private final AppealVisibility readable;
    private final FilesOfForm files;
    private final IntakeFormReader reader;
    private final IntakePageModel desk;
    private final QueueMachine queue;
    private final Forms forms;
    private final String portal;

    CounterScreens(
            Intake intake,
            AppealVisibility readable,
            FilesOfForm files,
            IntakeFormReader reader,
            IntakePageModel desk,
            QueueMachine queue,
            Forms forms,
            @Value("${shouwen.portal.url:}") String portal) {
        this.intake = intake;
        this.readable = readable;
        this.files = files;
        this.reader = reader;
        this.desk = desk;
        this.queue = queue;
        this.forms = forms;
        this.portal = portal;
    }

    @GetMapping
    String form(Model model) {
        return shown(Map.of("channel", "visit", "key", UUID.randomUUID().toString()), model);
    }

    private String shown(Map<String, String> fields, Model model) {
        desk.lists(model);
        model.addAttribute(
                "ways",
                desk.edition().channels().stream()
                        .filter(c -> c.code().equals("visit") || c.code().equals("letter"))
                        .toList());
        model.addAttribute("f", fields);
        return "desk/counter";
    }

    @PostMapping
    String take(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @AuthenticationPrincipal CurrentUser me,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Map<String, String> fields = new HashMap<>(typed);
        IntakeForm form = new IntakeForm(fields);
        Receipt[] taken = new Receipt[1];
        boolean refused = forms.refused(model, () -> {
            if (!form.text("channel").matches("visit|letter"))
                throw new BadInput("channel", "problems.field.unknown", form.text("channel"));
            List<Papers.File> sent = files.read(photo);
            taken[0] = intake.submit(reader.appeal(form), Origin.of(me, form.text("key")), me.actor());
            files.keep(taken[0].number(), sent, me, redirect, locale);
        });
        if (refused) return shown(fields, model);
        Receipt receipt = Objects.requireNonNull(taken[0]);
        Map<String, String> last = new HashMap<>(Map.of(
                "number", receipt.number(),
                "id", receipt.id().toString(),
                "machine",
                        Boolean.toString(queue.there() && form.text("channel").equals("visit"))));
        if (Boolean.parseBoolean(last.get("machine")))
            queue.draw(receipt.number()).ifPresent(t -> {
                last.put("ticket", t.number());
                if (t.ahead() >= 0) last.put("ahead", Integer.toString(t.ahead()));
            });
        session.setAttribute(LAST, last);
        return "redirect:/desk/counter/receipt";
    }

    /** Of what this session registered last: the code itself is kept nowhere. */
    @GetMapping("/receipt")
    String receipt(HttpSession session, @AuthenticationPrincipal CurrentUser me, Model model) {
        if (!(session.getAttribute(LAST) instanceof Map<?, ?> last)) return "redirect:/desk/counter";
        String number = String.valueOf(last.get("number"));
        String code = intake.code(UUID.fromString(String.valueOf(last.get("id"))));
        String base = portal.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : portal.replaceAll("/+$", "");
        model.addAttribute("a", readable.get(number, me));
        model.addAttribute("last", last);
        model.addAttribute("code", code);
        model.addAttribute("qr", QrPicture.of(base + "/lookup#" + number + "." + code));
        return "desk/counter-receipt";
    }
}
