#!/usr/bin/env bash
# Behaviour: a job of the heating season, November to March, written 11-3 in a cron expression: cron-utils takes it without a word and runs
#   it in November alone; December to March never come, with its definition of Quartz too, though Quartz itself runs it in all five
#   months. The same turn of a range cron-utils refuses in the hours (22-2), and Spring's own parser refuses both.
# Versions: com.cronutils:cron-utils 9.2.1 (definitions SPRING53, QUARTZ, UNIX), org.quartz-scheduler:quartz 2.5.0,
#   org.springframework:spring-context 7.0.10
# What we do: not used here, though it comes along with the scheduler; recurring jobs run after fixed delays, and no person writes
#   a cron expression.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>com.cronutils</groupId><artifactId>cron-utils</artifactId><version>9.2.1</version></dependency>
<dependency><groupId>org.quartz-scheduler</groupId><artifactId>quartz</artifactId><version>2.5.0</version></dependency>
<dependency><groupId>org.springframework</groupId><artifactId>spring-context</artifactId><version>7.0.10</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.scheduling.support.CronExpression;

class Try {
    static String months(CronType type, String expression) {
        try {
            var times = ExecutionTime.forCron(new CronParser(CronDefinitionBuilder.instanceDefinitionFor(type)).parse(expression));
            StringBuilder months = new StringBuilder();
            ZonedDateTime at = ZonedDateTime.of(2026, 10, 31, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
            ZonedDateTime end = at.plusYears(1);
            for (at = times.nextExecution(at).get(); at.isBefore(end); at = times.nextExecution(at).get())
                if (at.getDayOfMonth() == 1 && at.getHour() == 8) months.append(' ').append(at.getMonthValue());
            return months.toString();
        } catch (IllegalArgumentException e) {
            return " refused";
        }
    }

    static String spring(String expression) {
        try {
            return " " + CronExpression.parse(expression);
        } catch (IllegalArgumentException e) {
            return " refused";
        }
    }

    static String quartz(String expression) throws Exception {
        var times = new org.quartz.CronExpression(expression);
        times.setTimeZone(java.util.TimeZone.getTimeZone("Asia/Shanghai"));
        StringBuilder months = new StringBuilder();
        ZonedDateTime at = ZonedDateTime.of(2026, 10, 31, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
        for (ZonedDateTime end = at.plusYears(1); ; ) {
            at = times.getNextValidTimeAfter(java.util.Date.from(at.toInstant())).toInstant().atZone(at.getZone());
            if (!at.isBefore(end)) return months.toString();
            if (at.getDayOfMonth() == 1) months.append(' ').append(at.getMonthValue());
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println("months 11-3 SPRING53" + months(CronType.SPRING53, "0 0 8 * 11-3 *"));
        System.out.println("months 11-3 QUARTZ" + months(CronType.QUARTZ, "0 0 8 * 11-3 ?"));
        System.out.println("months 11-3 Quartz itself" + quartz("0 0 8 * 11-3 ?"));
        System.out.println("months 11-3 UNIX" + months(CronType.UNIX, "0 8 * 11-3 *"));
        System.out.println("months 11,12,1-3 SPRING53" + months(CronType.SPRING53, "0 0 8 * 11,12,1-3 *"));
        System.out.println("hours 22-2 SPRING53" + months(CronType.SPRING53, "0 0 22-2 * * *"));
        System.out.println("months 11-3 Spring" + spring("0 0 8 * 11-3 *"));
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | tee seen
cat >want <<'TXT'
months 11-3 SPRING53 11
months 11-3 QUARTZ 11
months 11-3 Quartz itself 11 12 1 2 3
months 11-3 UNIX refused
months 11,12,1-3 SPRING53 11 12 1 2 3
hours 22-2 SPRING53 refused
months 11-3 Spring refused
TXT
diff want seen && echo "as described"
