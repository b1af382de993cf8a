package org.shouwen.identity;

import java.util.UUID;

/** An identity about to go into the vault, under an id that the caller chose (UUIDv7, so that newer is greater). */
public record IdentityToStore(UUID id, Identity identity) {}
