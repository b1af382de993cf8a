package org.shouwen.directory.web;

import java.util.List;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units, duty list, places and classes for integrators; lists page by key ({@code after} is the last code seen). */
@RestController
@RequestMapping("/api/v1")
class DirectoryApi {
    private final Directory directory;

    DirectoryApi(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/units")
    List<Unit> units() {
        return directory.units();
    }

    @GetMapping("/units/{code}")
    ResponseEntity<Unit> unit(@PathVariable String code) {
        Unit unit = directory.unit(new UnitId(code)).orElseThrow(() -> new NotFound("unit", code));
        return ResponseEntity.ok().eTag("\"" + unit.version() + "\"").body(unit);
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
        if (limit < 1 || limit > 200) throw new BadInput("limit", "workorder.bad.page-limit");
        return q.isBlank() ? directory.placesUnder(under.isEmpty() ? null : under) : directory.searchPlaces(q, limit);
    }
}
