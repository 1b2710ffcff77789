package org.collab.audit.control;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.collab.audit.entity.AuditEvent;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.Seal;

/**
 * The chain over the audit log. An event's hash is SHA-256 over its line as it is exported, without the hash itself, in
 * UTF-8; the line holds the hash of the event before. So whoever has an export can check it with common tools.
 */
public final class AuditChain {
    private AuditChain() {}

    /** The event's line: one JSON object, its fields always in this order, without white space. */
    public static String line(AuditRecord event) {
        String unsealed = unsealed(event);
        return unsealed.substring(0, unsealed.length() - 1) + ",\"hash\":\""
                + event.hash().hex() + "\"}";
    }

    /** The hash that the event must have. */
    public static Seal seal(AuditRecord event) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Seal.of(sha256.digest(unsealed(event).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String unsealed(AuditRecord event) {
        return "{\"number\":" + event.number() + ",\"at\":\"" + event.at() + "\",\"actor\":" + text(event.actor())
                + ",\"address\":" + text(event.address()) + ",\"session\":" + text(event.session()) + ",\"action\":"
                + text(Optional.of(event.action())) + ",\"subjectKind\":"
                + text(event.subject().map(AuditEvent.Subject::kind)) + ",\"subject\":"
                + text(event.subject().map(AuditEvent.Subject::id)) + ",\"details\":" + event.details()
                + ",\"previous\":\"" + event.previous().hex() + "\"}";
    }

    private static String text(Optional<?> value) {
        return value.map(present -> Json.createValue(present.toString()).toString())
                .orElse("null");
    }

    /** Details as they are stored. */
    public static String details(SortedMap<String, Object> details) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            if (detail.getValue() instanceof Number number) {
                json.add(detail.getKey(), number.longValue());
            } else if (detail.getValue() instanceof Boolean flag) {
                json.add(detail.getKey(), flag ? JsonValue.TRUE : JsonValue.FALSE);
            } else {
                json.add(detail.getKey(), String.valueOf(detail.getValue()));
            }
        }
        return json.build().toString();
    }
}
