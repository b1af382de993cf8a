#!/usr/bin/env bash
# Behaviour: "the Monday of the year's first week" (FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO), the day of a yearly plan, is every Monday to ical.js;
#   biweekly leaves out every year whose first week begins in December, four of the nine from 2026 to 2034; ical4j and lib-recur have all
#   of them. Weeks are those of ISO 8601 (RFC 5545, 3.3.10).
# Versions: npm ical.js 2.2.1; net.sf.biweekly:biweekly 0.6.8, org.mnode.ical4j:ical4j 4.2.2, org.dmfs:lib-recur 0.17.1
# What we do: not used here; weeks of briefs are counted by the JDK's IsoFields.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts ical.js@2.2.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.2.2</version></dependency>
<dependency><groupId>org.dmfs</groupId><artifactId>lib-recur</artifactId><version>0.17.1</version></dependency>
<dependency><groupId>net.sf.biweekly</groupId><artifactId>biweekly</artifactId><version>0.6.8</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.mjs <<'JS'
import ical from 'ical.js';
const walk = ical.Recur.fromString('FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO').iterator(ical.Time.fromDateString('2025-12-29'));
const days = [];
for (let day = walk.next(); days.length < 4; day = walk.next()) days.push(day.toString());
console.log('ical.js', days.join(' '));
JS
cat >Try.java <<'JAVA'
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.TimeZone;

class Try {
    public static void main(String[] args) throws Exception {
        String rule = "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO";
        StringBuilder days = new StringBuilder("ISO 8601");
        for (int year = 2026; year <= 2034; year++)
            days.append(' ').append(LocalDate.of(year, 1, 4).with(java.time.DayOfWeek.MONDAY));
        System.out.println(days);
        LocalDateTime start = LocalDateTime.of(2025, 12, 29, 8, 0);
        days = new StringBuilder("ical4j  ");
        for (var day : new net.fortuna.ical4j.model.Recur<LocalDateTime>(rule + ";COUNT=9").getDates(start, start, start.plusYears(12))) days.append(' ').append(day.toLocalDate());
        System.out.println(days);
        var walk = new org.dmfs.rfc5545.recur.RecurrenceRule(rule + ";COUNT=9").iterator(org.dmfs.rfc5545.DateTime.parse("20251229T080000"));
        days = new StringBuilder("lib-recur");
        while (walk.hasNext()) days.append(' ').append(walk.nextDateTime().toString().replaceAll("(....)(..)(..)T.*", "$1-$2-$3"));
        System.out.println(days);
        days = new StringBuilder("biweekly");
        var event = biweekly.Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20251229T080000Z\r\nRRULE:" + rule
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").first().getEvents().get(0);
        for (var each = event.getDateIterator(TimeZone.getTimeZone("UTC")); each.hasNext(); ) {
            LocalDate day = each.next().toInstant().atZone(ZoneId.of("UTC")).toLocalDate();
            if (day.getYear() > 2034) break;
            days.append(' ').append(day);
        }
        System.out.println(days);
    }
}
JAVA
{ node try.mjs; java -cp "$dir/lib/*" Try.java 2>/dev/null; } | tee seen
cat >want <<'TXT'
ical.js 2026-01-05 2026-01-12 2026-01-19 2026-01-26
ISO 8601 2025-12-29 2027-01-04 2028-01-03 2029-01-01 2029-12-31 2030-12-30 2031-12-29 2033-01-03 2034-01-02
ical4j   2025-12-29 2027-01-04 2028-01-03 2029-01-01 2029-12-31 2030-12-30 2031-12-29 2033-01-03 2034-01-02
lib-recur 2025-12-29 2027-01-04 2028-01-03 2029-01-01 2029-12-31 2030-12-30 2031-12-29 2033-01-03 2034-01-02
biweekly 2027-01-04 2028-01-03 2029-01-01 2033-01-03 2034-01-02
TXT
diff want seen && echo "as described"
