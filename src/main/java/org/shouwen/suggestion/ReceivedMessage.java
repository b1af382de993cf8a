package org.shouwen.suggestion;

import java.time.LocalDateTime;

/**
 * A message as it came in, to be held against earlier ones.
 *
 * @param id the message's key, unique among all
 * @param sender code of who sent it; empty when it is not known
 * @param time when it came, Asia/Shanghai
 * @param title may be empty
 * @param content may be empty
 */
public record ReceivedMessage(String id, String sender, LocalDateTime time, String title, String content) {}
