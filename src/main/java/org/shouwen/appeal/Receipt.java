package org.shouwen.appeal;

import java.util.UUID;

/**
 * What comes back for an appeal that was taken and is on disk.
 *
 * @param code 查询码: with the number it opens the appeal on the portal; kept nowhere. Empty where only the channel's
 *     reference was the same
 * @param again the same request had been taken before: this is what came of it then
 */
public record Receipt(UUID id, String number, String code, Appeal.State state, long version, boolean again) {}
