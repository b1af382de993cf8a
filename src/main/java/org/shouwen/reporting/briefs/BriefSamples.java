package org.shouwen.reporting.briefs;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.appeal.MaskedSamples;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.reporting.figures.Rising;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a brief quotes for a rising matter: the latest appeals of it that may be quoted. */
@Component
class BriefSamples {
    static final int EACH = 2;
    private static final int LOOKED_AT = 40;
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final MaskedSamples masked;
    private final LeaderFigures leader;

    BriefSamples(JdbcClient jdbc, Generations generations, MaskedSamples masked, LeaderFigures leader) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.masked = masked;
        this.leader = leader;
    }

    List<Brief.Sample> of(List<Rising> risings, Period period) {
        List<Brief.Sample> samples = new ArrayList<>();
        for (int i = 0; i < risings.size(); i++) samples.addAll(of(i + 1, risings.get(i), period));
        return samples;
    }

    private List<Brief.Sample> of(int rising, Rising r, Period period) {
        List<UUID> latest = appeals(r, period);
        Map<UUID, MaskedSamples.Sample> may = masked.of(latest);
        List<Brief.Sample> samples = new ArrayList<>();
        for (UUID id : latest) {
            MaskedSamples.Sample s = may.get(id);
            if (s != null && samples.size() < EACH)
                samples.add(new Brief.Sample(rising, samples.size() + 1, id, s.number(), cut(s.words())));
        }
        return samples;
    }

    private List<UUID> appeals(Rising r, Period period) {
        List<UUID> there = new ArrayList<>();
        jdbc.sql("""
                        select subject, place from reporting.fact where generation = :generation and day between :from and :to
                            and counted & :mask <> 0 and matter_class = :class order by day desc, hour desc, subject desc
                        """)
                .param("generation", generations.current())
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .param("mask", Counted.TAKEN.mask())
                .param("class", r.matterClass())
                .query(rs -> {
                    if (there.size() < LOOKED_AT
                            && leader.county(rs.getString("place")).equals(r.place()))
                        there.add(rs.getObject("subject", UUID.class));
                });
        return there;
    }

    private static String cut(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "……";
    }
}
