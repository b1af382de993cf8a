package org.shouwen.channels.exchange;

import java.util.Optional;

/** The four messages between two systems. */
enum ExchangeEvent {
    /** 移交: a matter goes to the other side. */
    HANDOVER("handover"),
    /** 反馈: what became of it. */
    RESULT("result"),
    /** 退回: it is not the other side's, or the result does not do. */
    RETURN("return"),
    /** 回访: what the person says of the result. */
    CALL_BACK("call-back");

    private final String wire;

    ExchangeEvent(String wire) {
        this.wire = wire;
    }

    /** As messages write it. */
    String wire() {
        return wire;
    }

    static Optional<ExchangeEvent> of(String wire) {
        for (ExchangeEvent e : values()) if (e.wire.equals(wire)) return Optional.of(e);
        return Optional.empty();
    }
}
