package org.collab.it.history;

import java.net.URI;
import org.collab.it.client.Api;

/** A document in a room of its own, of Ana who owns it and of Ben who writes in it. */
final class SharedDocument {
    final Api ana;
    final Api ben;
    final String room;
    final String id;

    SharedDocument(URI product) {
        ana = Api.newUser(product, "Ana");
        ben = Api.newUser(product, "Ben");
        room = ana.createRoom("Room");
        id = ana.createDocument(room, "Plan");
        ana.addMember(room, ben, "editor");
    }
}
