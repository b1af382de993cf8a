package org.shouwen.directory;

import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * 承办单位, with whom Article 4 wants named: head, leader in charge, desk.
 *
 * @param head 一把手
 * @param leaderInCharge 分管领导
 * @param desk 受理机构
 * @param active whether orders may be dispatched to it
 * @param parent 上级单位: handles what is brought against this one (ruling 14); null: none in the directory
 */
@Basis(Clause.A4)
public record Unit(
        UnitId id,
        String name,
        UnitKind kind,
        String head,
        String leaderInCharge,
        String desk,
        String phone,
        boolean active,
        @Nullable UnitId parent,
        long version) {
    /** A unit that stands under no other. */
    public Unit(
            UnitId id,
            String name,
            UnitKind kind,
            String head,
            String leaderInCharge,
            String desk,
            String phone,
            boolean active,
            long version) {
        this(id, name, kind, head, leaderInCharge, desk, phone, active, null, version);
    }
}
