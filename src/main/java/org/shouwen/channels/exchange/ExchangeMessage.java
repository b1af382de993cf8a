package org.shouwen.channels.exchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.callback.Callback;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.tables.Moments;

/**
 * A message as both sides write it, version 1, in JSON; fields that are not known are passed over.
 *
 * @param id the matter's number in the system that handed it over
 * @param turn counts the messages of the same event of a matter, from 1
 * @param at when the sender wrote it, by its clock, with its offset
 * @param number the matter's number in the sender's own system, where that is not {@code id}
 * @param secret whoever brought it asks to be kept secret
 * @param kind of a handover, in the sender's word
 * @param text what is handed over; of the others what was done, why not, or what the person said
 * @param outcome of a result: done, guided, declined
 * @param unit who handled it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
record ExchangeMessage(
        @Nullable Integer version,
        @Nullable String event,
        @Nullable String id,
        @Nullable Integer turn,
        @Nullable String at,
        @Nullable String number,
        @Nullable Boolean secret,
        @Nullable Person person,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String text,
        @Nullable String location,
        @Nullable String happenedAt,
        @Nullable String outcome,
        @Nullable String unit,
        @Nullable Boolean reached,
        @Nullable Boolean resolved,
        @Nullable Boolean satisfied) {
    static final int VERSION = 1;
    private static final int TURNS = 1000;

    /** Whom it is about; only what the other side needs (Art. 21). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String idNumber) {
        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /** @throws BadInput naming {@code event} */
    ExchangeEvent what() {
        return ExchangeEvent.of(Text.clean(event)).orElseThrow(() -> new BadInput("event", "exchange.bad.event"));
    }

    /** @throws BadInput naming {@code id} */
    String matter() {
        return Text.required("id", id, 100);
    }

    /** @throws BadInput naming {@code turn} */
    int times() {
        int times = turn == null ? 1 : turn;
        if (times < 1 || times > TURNS) throw new BadInput("turn", "exchange.bad.turn");
        return times;
    }

    /** Null when it tells none. @throws BadInput naming {@code at} */
    @Nullable
    Instant writtenAt() {
        String typed = Text.clean(at);
        return typed.isEmpty()
                ? null
                : Moments.time(typed).orElseThrow(() -> new BadInput("at", "problems.field.date"));
    }

    /** The same; null as well when it can not be read, which is said when the message is. */
    @Nullable
    Instant moment() {
        try {
            return writtenAt();
        } catch (BadInput e) {
            return null;
        }
    }

    /** Checks what every message must have. @throws BadInput naming the field */
    ExchangeMessage checked() {
        if (version == null || version != VERSION) throw new BadInput("version", "exchange.bad.version");
        what();
        matter();
        times();
        writtenAt();
        return this;
    }

    Identity appellant() {
        Person p = person;
        return p == null ? Identity.UNNAMED : Identity.of(p.name(), p.phone(), p.address(), null, p.idNumber());
    }

    /**
     * What we answer about a matter that was handed to us.
     *
     * @param said of a call-back; else null
     */
    static ExchangeMessage reply(
            ExchangedMatter m,
            ExchangeEvent event,
            int turn,
            Instant at,
            @Nullable String outcome,
            String words,
            @Nullable Callback said) {
        return new ExchangeMessage(
                VERSION,
                event.wire(),
                m.sourceId(),
                turn,
                HandingOver.at(at),
                m.number(),
                null,
                null,
                null,
                null,
                words,
                null,
                null,
                outcome,
                null,
                said == null ? null : Boolean.TRUE,
                said == null ? null : said.resolved(),
                said == null ? null : said.satisfied());
    }

    @Override
    public String toString() {
        return "ExchangeMessage[" + event + "]";
    }
}
