package org.shouwen.channels.letters.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.attachments.AcceptedFiles;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Uploads;
import org.shouwen.channels.letters.LetterPictures;
import org.shouwen.channels.letters.LetterReader;
import org.shouwen.identity.Identity;
import org.shouwen.inbound.Scans;
import org.shouwen.inbound.TakenScans;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Scanned letters: the picture beside what the program read, which a clerk corrects and confirms (Art. 12). */
@Controller
class LetterScreens {
    private final Scans scans;
    private final TakenScans taken;
    private final LetterReader reader;
    private final Intake intake;
    private final LetterPictures pictures;
    private final Urgencies urgencies;
    private final Forms forms;

    LetterScreens(
            Scans scans,
            TakenScans taken,
            LetterReader reader,
            Intake intake,
            LetterPictures pictures,
            Urgencies urgencies,
            Forms forms) {
        this.scans = scans;
        this.taken = taken;
        this.reader = reader;
        this.intake = intake;
        this.pictures = pictures;
        this.urgencies = urgencies;
        this.forms = forms;
    }

    @GetMapping("/letters")
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var page = scans.waiting(After.parse(after), 50);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "channels/letters";
    }

    @PostMapping("/letters")
    String upload(
            @RequestParam(required = false) @Nullable List<MultipartFile> scan,
            Model model,
            RedirectAttributes redirect) {
        UUID[] id = new UUID[1];
        boolean refused = forms.refused(model, () -> {
            List<Papers.File> files = Uploads.of(scan);
            if (files.isEmpty()) throw new BadInput("scan", "problems.field.missing");
            Papers.File file = files.getFirst();
            AcceptedFiles.check("scan", file.name(), file.bytes());
            if (type(file.name()).isEmpty()) throw new BadInput("scan", "channels.letters.bad.kind");
            Optional<String> read = reader.read(file.bytes());
            id[0] = scans.keep(file.name(), file.bytes(), read.orElse(""));
            if (read.isEmpty()) redirect.addFlashAttribute("told", "channels.letters.told.unread");
        });
        return refused ? list(null, model) : "redirect:/letters/" + id[0];
    }

    @GetMapping("/letters/{id}")
    String show(@PathVariable UUID id, Model model) {
        Scans.Scan scan = scans.get(id);
        model.addAttribute("scan", scan);
        if (scan.danger()) {
            Urgency urgency = urgencies.judge(scan.words());
            model.addAttribute("urgency", urgency);
            model.addAttribute("call", urgencies.call(urgency.judgement().guidance()));
        }
        if (!model.containsAttribute("f")) model.addAttribute("f", Map.of("content", scan.words()));
        return "channels/letter";
    }

    @GetMapping("/letters/{id}/picture")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        Scans.Scan scan = scans.get(id);
        return ResponseEntity.ok()
                .contentType(type(scan.name()).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(scan.picture());
    }

    /** What the clerk confirms goes in, with the scan as its paper. */
    @PostMapping("/letters/{id}")
    String confirm(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        String[] number = new String[1];
        boolean refused = forms.refused(model, () -> number[0] = taken(scans.get(id), typed, me));
        if (!refused) {
            if (!pictures.keep(id, me.actor()))
                redirect.addFlashAttribute("told", "channels.letters.told.picture-later");
            return "redirect:/appeals/" + number[0];
        }
        model.addAttribute("f", typed);
        return show(id, model);
    }

    private String taken(Scans.Scan scan, Map<String, String> typed, CurrentUser me) {
        NewAppeal appeal = new NewAppeal(
                "letter",
                null,
                "livelihood",
                null,
                null,
                null,
                null,
                typed.get("title"),
                typed.get("content"),
                null,
                false,
                typed.containsKey("secret"),
                Identity.of(typed.get("name"), typed.get("phone"), typed.get("address"), null),
                null,
                null);
        Receipt receipt = intake.submit(appeal, new Origin("letters", scan.id().toString()), me.actor());
        taken.taken(scan.id(), receipt.number());
        return receipt.number();
    }

    @PostMapping("/letters/{id}/drops")
    String drop(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> scans.layAside(id, why, me))) {
            model.addAttribute("f", typed);
            return show(id, model);
        }
        redirect.addFlashAttribute("told", "channels.letters.told.dropped");
        return "redirect:/letters";
    }

    private static Optional<MediaType> type(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith(".png")) return Optional.of(MediaType.IMAGE_PNG);
        return lower.matches(".*\\.jpe?g") ? Optional.of(MediaType.IMAGE_JPEG) : Optional.empty();
    }
}
