package org.shouwen.desk.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Remarks;
import org.shouwen.calendar.Limits;
import org.shouwen.desk.Callers;
import org.shouwen.desk.Callers.Caller;
import org.shouwen.desk.Suggested;
import org.shouwen.desk.UsualKind;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.PlaceReader;
import org.shouwen.identity.Masked;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around the agent's form: who is calling, what is similar, what is urgent. */
@Component
class IntakePageModel {
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final Callers callers;
    private final WorkOrderBoard board;
    private final Vault vault;
    private final Directory directory;
    private final PlaceReader places;
    private final Editions editions;
    private final Urgencies urgencies;
    private final Remarks remarks;
    private final DeskProposals proposed;
    private final InstantSource clock;

    IntakePageModel(
            Appeals appeals,
            AppealVisibility readable,
            Callers callers,
            WorkOrderBoard board,
            Vault vault,
            Directory directory,
            PlaceReader places,
            Editions editions,
            Urgencies urgencies,
            Remarks remarks,
            DeskProposals proposed,
            InstantSource clock) {
        this.remarks = remarks;
        this.proposed = proposed;
        this.appeals = appeals;
        this.readable = readable;
        this.callers = callers;
        this.board = board;
        this.vault = vault;
        this.directory = directory;
        this.places = places;
        this.editions = editions;
        this.urgencies = urgencies;
        this.clock = clock;
    }

    /** What is proposed beside the fields. */
    DeskProposals proposed() {
        return proposed;
    }

    /** A class with what is under it, for the list to choose from. */
    record Group(String name, List<MatterClass> classes) {}

    Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }

    void lists(Model model) {
        List<MatterClass> all = directory.matterClasses();
        Edition edition = edition();
        model.addAttribute("edition", edition);
        Map<String, String> kinds = new HashMap<>();
        for (MatterClass c : all) kinds.put(c.code(), UsualKind.of(c, edition));
        model.addAttribute("usualKinds", kinds);
        model.addAttribute(
                "calls",
                edition.guidance().stream().filter(Edition.Target::danger).toList());
        model.addAttribute(
                "groups",
                all.stream()
                        .filter(c -> c.parent() == null)
                        .map(c -> new Group(
                                c.name(),
                                all.stream()
                                        .filter(d -> c.code().equals(d.parent()))
                                        .toList()))
                        .toList());
    }

    /** Left: everything that came from this number. */
    void caller(Model model, @Nullable String typed, CurrentUser me) {
        Caller caller = Caller.NOBODY;
        try {
            Phone phone = Phone.parseOptional("phone", typed);
            if (phone != null) {
                caller = callers.of(phone, me);
                model.addAttribute("callerMasked", phone.masked());
            }
        } catch (BadInput e) {
            model.addAttribute("callerUnclear", true); // still being typed
        }
        show(model, caller);
    }

    /** Left, for an appeal from the queue: everything else of the same person, who stays masked. */
    void caller(Model model, Appeal appeal, CurrentUser me) {
        Masked masked = vault.masked(List.of(appeal.appellant())).get(appeal.appellant());
        model.addAttribute("masked", masked);
        if (masked != null && !masked.phone().isEmpty()) model.addAttribute("callerMasked", masked.phone());
        model.addAttribute("said", remarks.of(appeal, me));
        show(model, callers.of(appeal, me));
    }

    private static void show(Model model, Caller caller) {
        model.addAttribute("measure", caller.measure());
        model.addAttribute("earlier", caller.earlier().stream().limit(12).toList());
        model.addAttribute("earlierCount", caller.all());
        model.addAttribute("open", caller.open());
    }

    /** On top: danger to life with whom to call, or the urgent kind that the words tell of. */
    Urgency urgency(Model model, @Nullable String... texts) {
        Edition edition = edition();
        Urgency urgency = urgencies.judge(edition, texts);
        model.addAttribute("edition", edition);
        model.addAttribute("urgency", urgency.alarming() ? urgency : null);
        model.addAttribute("proposedKind", Urgency.proposedKind(urgency.code(), edition));
        return urgency;
    }

    /** Right and beside the fields, for a whole page: {@code said} is judged, and what is like {@code text} shown. */
    void proposed(
            Model model,
            String text,
            String said,
            IntakeForm form,
            @Nullable String place,
            @Nullable Appeal own,
            CurrentUser me) {
        var found = proposed.of(said);
        hints(model, text, DeskProposals.matterClass(form, found), place, own, me);
        proposed.show(model, said, found, own == null ? null : own.id(), form, edition(), me);
    }

    /** Right: what the words give away so far. */
    private void hints(
            Model model,
            String text,
            String matterClass,
            @Nullable String place,
            @Nullable Appeal own,
            CurrentUser me) {
        model.addAttribute("edition", edition());
        List<MatterClass> suggested = Suggested.classes(text, directory.matterClasses(), 4);
        model.addAttribute("suggested", suggested);
        String code = !matterClass.isEmpty()
                ? matterClass
                : suggested.isEmpty() ? "" : suggested.getFirst().code();
        List<Appeal> similar = code.isEmpty() ? List.of() : appeals.similar(code, place, 7, me);
        List<Appeal> shown = similar.stream()
                .filter(a -> own == null || !a.id().equals(own.id()))
                .limit(6)
                .toList();
        model.addAttribute("similar", shown);
        model.addAttribute(
                "openOrders", board.openOf(shown.stream().map(Appeal::id).toList()));
    }

    /** The full name of the division that an appeal is about; empty where nothing says it. */
    String placeName(Appeal a) {
        return places.nameOf(a.words().place(), a.words().location());
    }

    /** Divisions, then streets, compounds and landmarks of the city's own list. */
    List<String> places(@Nullable String typed) {
        return places.offers(Text.clean(typed), 12);
    }
}
