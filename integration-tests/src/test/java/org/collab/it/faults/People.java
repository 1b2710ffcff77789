package org.collab.it.faults;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.collab.it.client.Api;

/** Who types, and the room in which they do. */
record People(String room, List<String> emails) {

    /** Two new users who may both edit in a new room. */
    static People at(URI product) {
        Api ana = Api.newUser(product, "Ana");
        Api ben = Api.newUser(product, "Ben");
        String room = ana.createRoom("Faults");
        ana.addMember(room, ben, "editor");
        return new People(
                room,
                Stream.of(ana, ben)
                        .map(user -> user.get("users/me").json().getString("email"))
                        .toList());
    }

    /** The room's owner, signed in anew: access tokens do not live as long as a long run. */
    Api owner(URI product) {
        return Api.anonymous(product).login(emails.get(0), Api.PASSWORD);
    }
}
