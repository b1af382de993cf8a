package org.shouwen.desk.web;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Classification;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.PlaceReader;
import org.shouwen.directory.PlaceReader.PlaceRead;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;

/** Reads what an officer typed against the city's lists and the edition that holds today. */
@Component
class IntakeFormReader {
    private final Directory directory;
    private final PlaceReader places;
    private final Editions editions;
    private final InstantSource clock;

    IntakeFormReader(Directory directory, PlaceReader places, Editions editions, InstantSource clock) {
        this.directory = directory;
        this.places = places;
        this.editions = editions;
        this.clock = clock;
    }

    NewAppeal appeal(IntakeForm form) {
        return form.appeal(directory, places, edition());
    }

    Classification classification(IntakeForm form) {
        return form.classification(directory, places, edition());
    }

    @Nullable
    String place(IntakeForm form) {
        return form.place(places);
    }

    PlaceRead read(IntakeForm form) {
        return form.read(places);
    }

    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }
}
