package org.shouwen;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.WorkOrders;
import org.springframework.boot.test.context.TestComponent;

/** Where a test's stories begin; a bean of every {@link ShouwenTest}. */
@TestComponent
public final class Cases {
    private final Intake intake;
    private final WorkOrders orders;
    private final InstantSource clock;

    Cases(Intake intake, WorkOrders orders, InstantSource clock) {
        this.intake = intake;
        this.orders = orders;
        this.clock = clock;
    }

    /** A cold flat of somebody without a name, made an order and not dispatched. */
    public Case aCase() {
        return aCase(Identity.UNNAMED);
    }

    /** The same of somebody known. */
    public Case aCase(Identity appellant) {
        return aCase(coldFlat().by(appellant));
    }

    /** An appeal, made an order and not dispatched. */
    public Case aCase(NewAppeal appeal) {
        return aCase(appeal, null);
    }

    /** @param urgentKind code of a kind of urgent matter (Art. 17); null: it is none */
    public Case aCase(NewAppeal appeal, @Nullable String urgentKind) {
        String number = intake.take(
                        appeal,
                        new Disposition.Ordered(null, null, urgentKind),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow()
                .number();
        return new Case(orders, clock, number);
    }

    /** Of an order that came to be in another way. */
    public Case of(String number) {
        return new Case(orders, clock, number);
    }

    /** What a test may add to before it names the appellant. */
    public static AnAppeal coldFlat() {
        return AnAppeal.saying("只有14度")
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区")
                .happenedAt("昨晚")
                .title("暖气不热")
                .wants("供热");
    }
}
