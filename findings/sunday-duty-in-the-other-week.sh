#!/usr/bin/env bash
# Behaviour: a roster of every second week (FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO) that does not say where a week begins has weeks from Monday
#   (RFC 5545, 3.3.10, WKST). ical4j lets the server's language decide: with en_US, as servers in China are often set up, the Sunday duty
#   of 11 January 2026 moves to the 18th, the week in which the other half works; with zh_CN (and a JDK whose weeks begin on Monday there)
#   it stays. lib-recur, biweekly and rrule answer as the standard says anywhere; ical4j too, when WKST=MO is written.
# Versions: org.mnode.ical4j:ical4j 4.2.2, org.dmfs:lib-recur 0.17.1, net.sf.biweekly:biweekly 0.6.8, npm rrule 2.8.1
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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;

class Try {
    static String ical4j(String rule) throws Exception {
        LocalDateTime start = LocalDateTime.of(2026, 1, 5, 8, 0);
        StringBuilder days = new StringBuilder();
        for (var day : new net.fortuna.ical4j.model.Recur<LocalDateTime>(rule).getDates(start, start, start.plusYears(1))) days.append(' ').append(day.toLocalDate());
        return days.toString();
    }

    public static void main(String[] args) throws Exception {
        String rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4";
        System.out.println("ical4j" + ical4j(rule));
        System.out.println("ical4j WKST=MO" + ical4j(rule + ";WKST=MO"));
        var walk = new org.dmfs.rfc5545.recur.RecurrenceRule(rule).iterator(org.dmfs.rfc5545.DateTime.parse("20260105T080000"));
        StringBuilder days = new StringBuilder("lib-recur");
        while (walk.hasNext()) days.append(' ').append(walk.nextDateTime().toString().replaceAll("(....)(..)(..)T.*", "$1-$2-$3"));
        System.out.println(days);
        days = new StringBuilder("biweekly");
        var event = biweekly.Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20260105T080000Z\r\nRRULE:" + rule
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").first().getEvents().get(0);
        for (var each = event.getDateIterator(TimeZone.getTimeZone("UTC")); each.hasNext(); )
            days.append(' ').append(each.next().toInstant().atZone(ZoneId.of("UTC")).toLocalDate());
        System.out.println(days);
    }
}
JAVA
cat >try.mjs <<'JS'
import rrule from 'rrule';
console.log('rrule', rrule.rrulestr('DTSTART:20260105T080000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4').all().map(day => day.toISOString().slice(0, 10)).join(' '));
JS
{ for country in CN US; do
    echo "$country"
    java -Duser.language="$([ $country = CN ] && echo zh || echo en)" -Duser.country=$country -cp "$dir/lib/*" Try.java 2>/dev/null
done; node try.mjs; } | tee seen
cat >want <<'TXT'
CN
ical4j 2026-01-05 2026-01-11 2026-01-19 2026-01-25
ical4j WKST=MO 2026-01-05 2026-01-11 2026-01-19 2026-01-25
lib-recur 2026-01-05 2026-01-11 2026-01-19 2026-01-25
biweekly 2026-01-05 2026-01-11 2026-01-19 2026-01-25
US
ical4j 2026-01-05 2026-01-18 2026-01-19 2026-02-01
ical4j WKST=MO 2026-01-05 2026-01-11 2026-01-19 2026-01-25
lib-recur 2026-01-05 2026-01-11 2026-01-19 2026-01-25
biweekly 2026-01-05 2026-01-11 2026-01-19 2026-01-25
rrule 2026-01-05 2026-01-11 2026-01-19 2026-01-25
TXT
diff want seen && echo "as described"
