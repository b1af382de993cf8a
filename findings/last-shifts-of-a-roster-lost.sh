#!/usr/bin/env bash
# Behaviour: the end of a roster in a named zone must be written in UTC (RFC 5545, 3.3.10). rrule compares that UTC time with the shift's
#   clock time as if both were of one zone: in China the shifts of the last eight hours are lost. The shift of 3 January, 08:30 Shanghai,
#   which is the very end 00:30Z, is missing; ical4j, lib-recur and biweekly have it.
# Versions: npm rrule 2.8.1; org.mnode.ical4j:ical4j 4.2.2, org.dmfs:lib-recur 0.17.1, net.sf.biweekly:biweekly 0.6.8
# What we do: not used here; duty rosters are kept as rows of a day and a shift.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts rrule@2.8.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.2.2</version></dependency>
<dependency><groupId>org.dmfs</groupId><artifactId>lib-recur</artifactId><version>0.17.1</version></dependency>
<dependency><groupId>net.sf.biweekly</groupId><artifactId>biweekly</artifactId><version>0.6.8</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.TimeZone;

class Try {
    public static void main(String[] args) throws Exception {
        String rule = "FREQ=DAILY;UNTIL=20260103T003000Z";
        ZonedDateTime start = ZonedDateTime.of(2026, 1, 1, 8, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
        System.out.println("ical4j " + new net.fortuna.ical4j.model.Recur<ZonedDateTime>(rule).getDates(start, start, start.plusYears(1)).size());
        var walk = new org.dmfs.rfc5545.recur.RecurrenceRule(rule).iterator(start.toInstant().toEpochMilli(), TimeZone.getTimeZone("Asia/Shanghai"));
        int shifts = 0;
        for (; walk.hasNext(); walk.nextMillis()) shifts++;
        System.out.println("lib-recur " + shifts);
        var event = biweekly.Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;TZID=/Asia/Shanghai:20260101T083000\r\nRRULE:"
                + rule + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").first().getEvents().get(0);
        shifts = 0;
        for (var days = event.getDateIterator(TimeZone.getTimeZone("Asia/Shanghai")); days.hasNext(); days.next()) shifts++;
        System.out.println("biweekly " + shifts);
    }
}
JAVA
cat >try.mjs <<'JS'
import rrule from 'rrule';
const shifts = rrule.rrulestr('DTSTART;TZID=Asia/Shanghai:20260101T083000\nRRULE:FREQ=DAILY;UNTIL=20260103T003000Z').all();
console.log('rrule', shifts.length);
JS
{ java -cp "$dir/lib/*" Try.java 2>/dev/null; TZ=Asia/Shanghai node try.mjs; } | tee seen
cat >want <<'TXT'
ical4j 3
lib-recur 3
biweekly 3
rrule 2
TXT
diff want seen && echo "as described"
