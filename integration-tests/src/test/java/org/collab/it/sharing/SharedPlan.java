package org.collab.it.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedGarden;
import org.junit.jupiter.api.BeforeEach;

/** The plan of the garden, which Ana shares. */
abstract class SharedPlan extends SharedGarden {
    static final String EDIT = "[{\"insert\":\"x\"}]";

    String documentId = "";

    SharedPlan(Product product) {
        super(product);
    }

    @BeforeEach
    void plan() {
        documentId = ana.createDocument(roomId, "Plan");
    }

    Answer give(Api giver, Api user, String role) {
        return give(giver, user.userId(), role);
    }

    Answer give(Api giver, String userId, String role) {
        return giver.put("documents/" + documentId + "/members/" + userId, Map.of("role", role));
    }

    Answer submit(Api api) {
        return api.post(
                "documents/" + documentId + "/changes",
                Map.of(
                        "clientId",
                        UUID.randomUUID(),
                        "seq",
                        1,
                        "baseRevision",
                        0,
                        "delta",
                        Json.createReader(new StringReader(EDIT)).readArray()));
    }

    /** What REST says, and a connection that is opened now, which learns it in another way. */
    String roleOf(Api api) {
        String role =
                api.get("documents/" + documentId).requireStatus(200).json().getString("role");
        Wire wire = Wire.open(api, documentId);
        wire.hello(UUID.randomUUID().toString(), Optional.empty());
        assertThat(wire.await1("welcome").getString("role"))
                .as("the role of a connection")
                .isEqualTo(role);
        wire.close();
        return role;
    }

    static String email(Api api) {
        return api.get("users/me").requireStatus(200).json().getString("email");
    }

    static String code(Answer answer) {
        return answer.json().getString("code");
    }

    static List<JsonObject> items(Api api, String list) {
        return api.get(list).requireStatus(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    static List<String> ids(Api api, String list) {
        return items(api, list).stream().map(item -> item.getString("id")).toList();
    }
}
