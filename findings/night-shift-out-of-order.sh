#!/usr/bin/env bash
# Behaviour: three shifts a day, written in the order in which people work them (BYHOUR=8,16,0), come out of rrule and ical.js out of
#   order: the midnight shift of a day stands after its evening shift. Whoever then asks rrule what comes after the evening of 1 January
#   is told 08:00 of the next day: the night shift is skipped. RFC 5545 gives the order of the list no meaning; ical4j and lib-recur
#   answer in order.
# Versions: npm rrule 2.8.1, npm ical.js 2.2.1; org.mnode.ical4j:ical4j 4.2.2, org.dmfs:lib-recur 0.17.1
# What we do: not used here; the next shift is found by its beginning in the table of shifts.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts rrule@2.8.1 ical.js@2.2.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.2.2</version></dependency>
<dependency><groupId>org.dmfs</groupId><artifactId>lib-recur</artifactId><version>0.17.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.mjs <<'JS'
import ical from 'ical.js';
import rrule from 'rrule';
const shifts = hours => rrule.rrulestr(`DTSTART:20260101T080000Z\nRRULE:FREQ=DAILY;COUNT=6;BYHOUR=${hours}`);
const short = moment => moment.toISOString().slice(8, 13);
console.log('rrule', shifts('8,16,0').all().map(short).join(' '));
const walk = ical.Recur.fromString('FREQ=DAILY;COUNT=6;BYHOUR=8,16,0').iterator(ical.Time.fromDateTimeString('2026-01-01T08:00:00'));
const seen = [];
for (let at = walk.next(); at; at = walk.next()) seen.push(at.toString().slice(8, 13));
console.log('ical.js', seen.join(' '));
for (const hours of ['8,16,0', '0,8,16']) console.log('rrule after the evening of the 1st', hours, short(shifts(hours).after(new Date('2026-01-01T20:00:00Z'))));
JS
cat >Try.java <<'JAVA'
import java.time.LocalDateTime;
import java.util.stream.Collectors;

class Try {
    public static void main(String[] args) throws Exception {
        String rule = "FREQ=DAILY;COUNT=6;BYHOUR=8,16,0";
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 8, 0);
        System.out.println("ical4j " + new net.fortuna.ical4j.model.Recur<LocalDateTime>(rule).getDates(start, start, start.plusYears(1)).stream()
                .map(t -> t.toString().substring(8, 13)).collect(Collectors.joining(" ")));
        var walk = new org.dmfs.rfc5545.recur.RecurrenceRule(rule).iterator(org.dmfs.rfc5545.DateTime.parse("20260101T080000"));
        StringBuilder shifts = new StringBuilder("lib-recur");
        while (walk.hasNext()) {
            String at = walk.nextDateTime().toString();
            shifts.append(' ').append(at, 6, 8).append('T').append(at, 9, 11);
        }
        System.out.println(shifts);
    }
}
JAVA
{ node try.mjs; java -cp "$dir/lib/*" Try.java 2>/dev/null; } | tee seen
cat >want <<'TXT'
rrule 01T08 01T16 02T08 02T16 02T00 03T08
ical.js 01T08 01T16 02T08 02T16 02T00 03T08
rrule after the evening of the 1st 8,16,0 02T08
rrule after the evening of the 1st 0,8,16 02T00
ical4j 01T08 01T16 02T00 02T08 02T16 03T00
lib-recur 01T08 01T16 02T00 02T08 02T16 03T00
TXT
diff want seen && echo "as described"
