package org.shouwen.directory.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Place;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units, duty list, places and classes for integrators. */
@RestController
@RequestMapping("/api/v1")
class DirectoryApi {
    private final Directory directory;

    DirectoryApi(Directory directory) {
        this.directory = directory;
    }

    /** @param next pass as {@code after} for the next page; null on the last */
    record UnitPage(List<Unit> items, @Nullable UnitId next) {}

    /** Units by code; {@code after} is the last code seen. */
    @GetMapping("/units")
    UnitPage units(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "200") int limit) {
        limited(limit);
        List<Unit> rest = directory.units().stream()
                .sorted(java.util.Comparator.comparing(Unit::id))
                .filter(u -> after == null || u.id().code().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return rest.size() > limit
                ? new UnitPage(rest.subList(0, limit), rest.get(limit - 1).id())
                : new UnitPage(rest, null);
    }

    @GetMapping("/units/{code}")
    ResponseEntity<Unit> unit(@PathVariable String code) {
        Unit unit = found(code);
        return ResponseEntity.ok().eTag(Version.etag(unit.version())).body(unit);
    }

    @GetMapping("/units/{code}/sections")
    List<Section> sections(@PathVariable String code) {
        return directory.sections(found(code).id());
    }

    /** @param active of the roster; who has left is not listed */
    record OfficerView(UUID id, @Nullable UUID section, String name, String post, boolean active) {
        static OfficerView of(Officer o) {
            return new OfficerView(o.id(), o.section(), o.name(), o.post(), o.active());
        }
    }

    @GetMapping("/units/{code}/officers")
    List<OfficerView> officers(@PathVariable String code) {
        return directory.officers(found(code).id()).stream()
                .map(OfficerView::of)
                .toList();
    }

    @GetMapping("/duties")
    List<DutyEntry> duties() {
        return directory.duties();
    }

    @GetMapping("/matter-classes")
    List<MatterClass> matterClasses() {
        return directory.matterClasses();
    }

    @GetMapping("/places")
    List<Place> places(
            @RequestParam(defaultValue = "") String under,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit) {
        limited(limit);
        return q.isBlank() ? directory.placesUnder(under.isEmpty() ? null : under) : directory.searchPlaces(q, limit);
    }

    private Unit found(String code) {
        return directory.unit(new UnitId(code)).orElseThrow(() -> new NotFound("unit", code));
    }

    private static void limited(int limit) {
        if (limit < 1 || limit > 200) throw new BadInput("limit", "problems.page-limit");
    }
}
