package org.collab.identity.boundary;

import java.util.UUID;

/**
 * The company's sign-in has vouched for somebody's e-mail address. Fired within the transaction that signs in; never for
 * local accounts, where anybody may enter any address.
 *
 * @param email normalised
 */
public record AddressProved(UUID userId, String email) {}
