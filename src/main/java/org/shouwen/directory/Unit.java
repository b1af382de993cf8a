package org.shouwen.directory;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * 承办单位, with whom Article 4 wants named: head, leader in charge, desk.
 *
 * @param head 一把手
 * @param leaderInCharge 分管领导
 * @param desk 受理机构
 * @param active whether orders may be dispatched to it
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
        long version) {}
