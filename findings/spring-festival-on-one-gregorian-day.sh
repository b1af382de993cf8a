#!/usr/bin/env bash
# Behaviour: RFC 7529 lets a day recur by the Chinese calendar: RSCALE=CHINESE;FREQ=YEARLY from 17 February 2026 is each Spring Festival,
#   and who does not know the scale has to say so or leave the event alone. ical4j and biweekly read the rule without a word and repeat
#   17 February by the Gregorian calendar; lib-recur refuses the scale.
# Versions: org.mnode.ical4j:ical4j 4.2.2, net.sf.biweekly:biweekly 0.6.8, org.dmfs:lib-recur 0.17.1; the almanac cn.6tail:tyme4j 1.4.9
# What we do: not used here; lunar days come from tyme4j and from the State Council's notices (decision 31).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.mnode.ical4j</groupId><artifactId>ical4j</artifactId><version>4.2.2</version></dependency>
<dependency><groupId>org.dmfs</groupId><artifactId>lib-recur</artifactId><version>0.17.1</version></dependency>
<dependency><groupId>net.sf.biweekly</groupId><artifactId>biweekly</artifactId><version>0.6.8</version></dependency>
<dependency><groupId>cn.6tail</groupId><artifactId>tyme4j</artifactId><version>1.4.9</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import com.tyme.lunar.LunarDay;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;

class Try {
    public static void main(String[] args) throws Exception {
        String rule = "RSCALE=CHINESE;FREQ=YEARLY;COUNT=3";
        StringBuilder days = new StringBuilder("almanac");
        for (int year = 2026; year <= 2028; year++) {
            var day = LunarDay.fromYmd(year, 1, 1).getSolarDay();
            days.append(" %04d-%02d-%02d".formatted(day.getYear(), day.getMonth(), day.getDay()));
        }
        System.out.println(days);
        LocalDateTime start = LocalDateTime.of(2026, 2, 17, 8, 0);
        days = new StringBuilder("ical4j");
        for (var day : new net.fortuna.ical4j.model.Recur<LocalDateTime>(rule).getDates(start, start, start.plusYears(12))) days.append(' ').append(day.toLocalDate());
        System.out.println(days);
        days = new StringBuilder("biweekly");
        var event = biweekly.Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:20260217T080000Z\r\nRRULE:" + rule
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").first().getEvents().get(0);
        for (var each = event.getDateIterator(TimeZone.getTimeZone("UTC")); each.hasNext(); )
            days.append(' ').append(each.next().toInstant().atZone(ZoneId.of("UTC")).toLocalDate());
        System.out.println(days);
        try {
            new org.dmfs.rfc5545.recur.RecurrenceRule(rule);
        } catch (org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException e) {
            System.out.println("lib-recur " + e.getMessage());
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
almanac 2026-02-17 2027-02-06 2028-01-26
ical4j 2026-02-17 2027-02-17 2028-02-17
biweekly 2026-02-17 2027-02-17 2028-02-17
lib-recur unknown calendar scale 'CHINESE'
TXT
diff want seen && echo "as described"
