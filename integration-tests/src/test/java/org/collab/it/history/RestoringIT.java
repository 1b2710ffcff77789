package org.collab.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
class RestoringIT {
    private final Product product;
    private final Api ana;
    private final Api ben;
    private final String room;
    private final String document;

    RestoringIT(Product product) {
        this.product = product;
        SharedDocument shared = new SharedDocument(product.uri());
        ana = shared.ana;
        ben = shared.ben;
        room = shared.room;
        document = shared.id;
    }

    @Test
    void a_restored_revision_says_what_it_said_and_is_a_new_change_made_once() {
        Pen pen = new Pen(ana, document);
        pen.insert(0, "Hello world");
        pen.delete(5, 6);
        String client = UUID.randomUUID().toString();
        String wish = "{\"revision\":1,\"clientId\":\"" + client + "\",\"seq\":1}";
        assertThat(post("restore", wish).requireStatus(201).json().getInt("revision"))
                .isEqualTo(3);
        assertThat(post("restore", wish).requireStatus(201).json().getInt("revision"))
                .isEqualTo(3);
        assertThat(ana.contents(document).getJsonArray("contents"))
                .isEqualTo(ana.get("documents/" + document + "/contents?revision=1")
                        .json()
                        .getJsonArray("contents"));
        assertThat(ana.contents(document).getInt("revision")).isEqualTo(3);
    }

    @Test
    void a_restored_range_leaves_the_rest() {
        Pen pen = new Pen(ana, document);
        pen.insert(0, "one two three");
        pen.delete(3, 4);
        new Pen(ben, document).insert(0, "zero ");
        post("restore", "{\"revision\":1,\"range\":{\"index\":3,\"length\":4}," + client() + "}")
                .requireStatus(201);
        assertThat(text()).isEqualTo("zero one two three\n");
        post("restore", "{\"revision\":1,\"range\":{\"index\":3,\"length\":40}," + client() + "}")
                .requireStatus(400);
    }

    @Test
    void what_somebody_did_is_taken_back_and_others_edits_stay() {
        new Pen(ben, document).insert(0, "one two three");
        Pen pen = new Pen(ana, document);
        pen.insert(3, " AND");
        pen.delete(8, 3);
        new Pen(ben, document).insert(0, "zero ");
        JsonObject preview =
                post("undo", undo(2, 3, "\"dryRun\":true")).requireStatus(200).json();
        assertThat(preview.getInt("baseRevision")).isEqualTo(4);
        assertThat(preview.getInt("changes")).isEqualTo(2);
        assertThat(text()).isEqualTo("zero one AND  three\n");
        post("undo", undo(2, 3, client())).requireStatus(201);
        assertThat(text()).isEqualTo("zero one two three\n");
        assertThat(post("undo", undo(1, 1, client())).requireStatus(409).body()).contains("nothing-to-undo");
    }

    @Test
    void a_stretch_of_time_is_taken_back_too() {
        new Pen(ana, document).insert(0, "now");
        String wish = "{\"userId\":\"" + ana.userId() + "\",\"from\":\"%s\",\"to\":\"%s\"," + client() + "}";
        post("undo", wish.formatted("2020-01-01T10:00:00Z", "2020-01-01T10:20:00Z"))
                .requireStatus(409);
        post("undo", wish.formatted("yesterday", "2020-01-01T10:20:00Z")).requireStatus(400);
        post("undo", wish.formatted("2020-01-01T10:00:00Z", "2100-01-01T10:20:00Z"))
                .requireStatus(201);
        assertThat(text()).isEqualTo("\n");
    }

    @Test
    void viewers_take_nothing_back() {
        new Pen(ana, document).insert(0, "now");
        Api vic = Api.newUser(product.uri(), "Vic");
        ana.addMember(room, vic, "viewer");
        for (String action : new String[] {"restore", "undo"}) {
            String wish = "{\"revision\":0,\"userId\":\"" + ana.userId() + "\",\"from\":1,\"to\":1," + client() + "}";
            vic.send("POST", "documents/" + document + "/history/" + action, Optional.of(wish))
                    .requireStatus(403);
        }
        assertThat(text()).isEqualTo("now\n");
    }

    private String undo(long from, long to, String more) {
        return "{\"userId\":\"" + ana.userId() + "\",\"from\":" + from + ",\"to\":" + to + "," + more + "}";
    }

    private static String client() {
        return "\"clientId\":\"" + UUID.randomUUID() + "\",\"seq\":1";
    }

    private Api.Answer post(String action, String wish) {
        return ana.send("POST", "documents/" + document + "/history/" + action, Optional.of(wish));
    }

    private String text() {
        return ana.contents(document).getJsonArray("contents").getJsonObject(0).getString("insert");
    }
}
