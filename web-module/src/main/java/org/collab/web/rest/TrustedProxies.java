package org.collab.web.rest;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the address that a request really comes from. {@code X-Forwarded-For} is believed as far as proxies that are
 * trusted have written it, from the right; whatever stands left of the first other address may be made up.
 *
 * @param networks addresses, or networks such as {@code 10.0.0.0/8}
 */
record TrustedProxies(List<Network> networks) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** All addresses of so many bits that begin with the same ones. */
    record Network(Address start, int prefix) {
        boolean holds(Address address) {
            return address.bits() == start.bits() && first(address).equals(first(start));
        }

        private BigInteger first(Address address) {
            return address.number().shiftRight(address.bits() - prefix);
        }
    }

    /** An IPv4 or IPv6 address, as a number of 32 or 128 bits. */
    record Address(BigInteger number, int bits) {
        static Address of(String text) {
            try {
                byte[] bytes = InetAddress.getByName(text).getAddress();
                return new Address(new BigInteger(1, bytes), bytes.length * 8);
            } catch (UnknownHostException e) {
                return new Address(BigInteger.ZERO, 0);
            }
        }
    }

    /** @throws IllegalArgumentException where an entry is neither an address nor a network */
    static TrustedProxies of(List<String> entries) {
        return new TrustedProxies(entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    private static Network network(String entry) {
        String[] parts = entry.split("/", 2);
        if (!isAddress(parts[0])) {
            throw new IllegalArgumentException("collab.trusted-proxies names no address: " + entry);
        }
        Address start = Address.of(parts[0]);
        int prefix = parts.length == 1 ? start.bits() : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > start.bits()) {
            throw new IllegalArgumentException("collab.trusted-proxies names no network: " + entry);
        }
        return new Network(start, prefix);
    }

    /**
     * The client's address.
     *
     * @param connection who has connected
     * @param forwarded the values of {@code X-Forwarded-For}, the last one nearest
     */
    String client(String connection, List<String> forwarded) {
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
        String client = connection;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client) && isAddress(hops.get(i)); i--) {
            client = hops.get(i);
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return isAddress(address) && networks.stream().anyMatch(network -> network.holds(Address.of(address)));
    }

    /** Names are no addresses: they are never looked up. */
    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && text.length() <= 45;
    }
}
