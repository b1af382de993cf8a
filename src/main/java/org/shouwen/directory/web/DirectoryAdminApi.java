package org.shouwen.directory.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitClosing;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing units and the duty list. Everything is put under a key of the caller's choice, so that sending twice is harmless. */
@RestController
@RequestMapping("/api/v1")
class DirectoryAdminApi {
    private final Directory directory;
    private final Units units;
    private final UnitClosing closing;

    DirectoryAdminApi(Directory directory, Units units, UnitClosing closing) {
        this.directory = directory;
        this.units = units;
        this.closing = closing;
    }

    record UnitBody(
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable String head,
            @Nullable String leaderInCharge,
            @Nullable String desk,
            @Nullable String phone,
            @Nullable Boolean active,
            @Nullable String parent,
            @Nullable String successor) {
        Unit unit(UnitId id, long version) {
            if (kind == null) throw new BadInput("kind", "problems.field.missing");
            return new Unit(
                    id,
                    text(name),
                    kind,
                    text(head),
                    text(leaderInCharge),
                    text(desk),
                    text(phone),
                    active == null || active,
                    text(parent).isBlank() ? null : new UnitId(text(parent)),
                    version);
        }
    }

    /** Makes a unit (201), or changes the one that is there and was seen ({@code If-Match}). */
    @PutMapping("/units/{code}")
    ResponseEntity<Unit> put(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody UnitBody body,
            Actor by) {
        UnitId id = new UnitId(code);
        Optional<Unit> there = directory.unit(id);
        if (there.isEmpty()) units.create(body.unit(id, 0), by);
        else
            closing.change(
                    body.unit(id, Version.required(match)),
                    text(body.successor()).isBlank() ? null : new UnitId(text(body.successor())),
                    by);
        Unit now = directory.unit(id).orElseThrow(() -> new NotFound("unit", code));
        return ResponseEntity.status(there.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(Version.etag(now.version()))
                .body(now);
    }

    record SectionBody(@Nullable String name) {}

    @PutMapping("/units/{code}/sections/{id}")
    Section putSection(@PathVariable String code, @PathVariable UUID id, @RequestBody SectionBody body, Actor by) {
        return units.putSection(new UnitId(code), id, text(body.name()), by);
    }

    @DeleteMapping("/units/{code}/sections/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSection(@PathVariable String code, @PathVariable UUID id, Actor by) {
        units.removeSection(new UnitId(code), id, by);
    }

    /**
     * @param release one who leaves gives what they hold back to the desk
     * @param successor or to this officer
     */
    record OfficerBody(
            @Nullable UUID section,
            @Nullable String name,
            @Nullable String post,
            @Nullable String phone,
            @Nullable Boolean active,
            @Nullable Boolean release,
            @Nullable UUID successor) {}

    @PutMapping("/units/{code}/officers/{id}")
    Officer putOfficer(@PathVariable String code, @PathVariable UUID id, @RequestBody OfficerBody body, Actor by) {
        Officer officer = new Officer(
                id,
                new UnitId(code),
                body.section(),
                text(body.name()),
                text(body.post()),
                text(body.phone()),
                body.active() == null || Boolean.TRUE.equals(body.active()));
        boolean hands = Boolean.TRUE.equals(body.release()) || body.successor() != null;
        return !officer.active() && hands
                ? closing.leave(officer, body.successor(), by)
                : units.putOfficer(officer, by);
    }

    record DutyBody(
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String unit) {}

    /** Adds a line to the duty list (201); 200 when it stands there already. */
    @PutMapping("/duties")
    ResponseEntity<DutyEntry> putDuty(@RequestBody DutyBody body, Actor by) {
        DutyEntry entry = new DutyEntry(text(body.matterClass()), body.place(), new UnitId(text(body.unit())));
        boolean added = units.addDuty(entry, by);
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).body(entry);
    }

    @DeleteMapping("/duties")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeDuty(
            @RequestParam String matterClass,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam String unit,
            Actor by) {
        if (!units.removeDuty(new DutyEntry(matterClass, place, new UnitId(unit)), by))
            throw new NotFound("duty", matterClass);
    }

    private static String text(@Nullable String s) {
        return s == null ? "" : s;
    }
}
