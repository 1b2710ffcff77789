package org.collab.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** S14: of every operation that openapi.yaml lists, with somebody else's ids and with ids that nobody has. */
@ExtendWith(SharedProduct.class)
class ForeignIdsIT {
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|post|put|patch|delete):");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");

    /** Enough for every operation's checks: what an operation does not know is ignored. */
    private static final String BODY = """
            {"title":"Mine now","name":"Mine now","displayName":"Eve","email":"eve@example.com","role":"viewer",
             "scope":"anyone","reason":"because","revision":0,"userId":"%1$s","from":1,"to":1,"dryRun":true,
             "clientId":"%1$s","seq":1,"baseRevision":0,"delta":[{"insert":"x"}],"starred":true,"kind":"document",
             "favourite":true,"text":"x","index":0,"length":1,"at":0,"range":{"index":0,"length":1},"roomId":"%1$s",
             "historyForViewers":true,"password":"a long enough password"}
            """;

    /** What names an object in an operation's path. */
    private record Operation(String method, String path) {
        String with(String document, String room, String other) {
            String first = path.startsWith("/documents/") ? document : path.startsWith("/rooms/") ? room : other;
            String named = PLACE.matcher(path).replaceFirst(Matcher.quoteReplacement(first));
            return PLACE.matcher(named).replaceAll(other).substring(1);
        }
    }

    private final Api ana;
    private final Api eve;

    ForeignIdsIT(Product product) {
        ana = Api.newUser(product.uri(), "Ana");
        eve = Api.newUser(product.uri(), "Eve");
    }

    @Test
    void S14_somebody_elses_id_is_answered_like_one_that_nobody_has_by_every_operation() {
        String room = ana.createRoom("Private");
        String document = ana.createDocument(room, "Secret");
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(20);

        for (Operation operation : operations) {
            Answer foreign = call(operation.method(), operation.with(document, room, ana.userId()));
            Answer unknown = call(operation.method(), operation.with(uuid(), uuid(), uuid()));
            assertThat(outcome(foreign)).as("%s, by a stranger", operation).isEqualTo(outcome(unknown));
            assertThat(foreign.status())
                    .as("%s, by a stranger: %s", operation, foreign.body())
                    .isBetween(400, 499);
            assertThat(foreign.body()).doesNotContain("Private", "Secret", "Ana");
        }

        assertThat(ana.get("documents/" + document).requireStatus(200).json().getString("title"))
                .isEqualTo("Secret");
        assertThat(ana.get("rooms/" + room + "/members")
                        .requireStatus(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
    }

    private Answer call(String method, String path) {
        boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
        return eve.send(method, path, hasBody ? Optional.of(BODY.formatted(eve.userId())) : Optional.empty());
    }

    private static String outcome(Answer answer) {
        return answer.status() + " "
                + (answer.body().contains("\"code\"") ? answer.json().getString("code") : "");
    }

    /** Those with an id of a document, a room or somebody in their path. */
    private List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        String path = "";
        for (String line : ana.get("openapi").requireStatus(200).body().lines().toList()) {
            Matcher atPath = PATH.matcher(line);
            Matcher atMethod = METHOD.matcher(line);
            if (atPath.matches()) {
                path = atPath.group(1);
            } else if (atMethod.matches() && (path.startsWith("/documents/{") || path.startsWith("/rooms/{"))) {
                found.add(new Operation(atMethod.group(1).toUpperCase(Locale.ROOT), path));
            }
        }
        return found;
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
