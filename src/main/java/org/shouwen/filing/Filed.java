package org.shouwen.filing;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;

/**
 * First-inquiry rules 首问责任管理办法 as a unit has filed them.
 *
 * @param section 责任科室 and {@code person} 责任人 that Article 15 wants named
 */
public record Filed(
        UUID id, UnitId unit, String title, String section, String person, PaperRef paper, Instant at, String by) {}
