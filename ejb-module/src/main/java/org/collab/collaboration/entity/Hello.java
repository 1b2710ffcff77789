package org.collab.collaboration.entity;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * A client's first message (protocol O3).
 *
 * @param revision what the client holds; empty asks for the contents
 * @param epoch the history epoch that the revision belongs to; empty where the client does not say
 */
public record Hello(UUID clientId, OptionalLong revision, OptionalLong epoch) {}
