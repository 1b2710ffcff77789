package org.collab.it.product;

import org.collab.it.client.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A new room for each test: Ana owns it, Ben edits in it, Eve knows the ids and nothing more. */
@ExtendWith(SharedProduct.class)
public abstract class SharedGarden {
    protected final Product product;
    protected Api ana;
    protected Api ben;
    protected Api eve;
    protected String roomId;

    protected SharedGarden(Product product) {
        this.product = product;
        ana = Api.anonymous(product.uri());
        ben = ana;
        eve = ana;
        roomId = "";
    }

    @BeforeEach
    final void meet() {
        ana = Api.newUser(product.uri(), "Ana");
        ben = Api.newUser(product.uri(), "Ben");
        eve = Api.newUser(product.uri(), "Eve");
        roomId = ana.createRoom("Garden");
        ana.addMember(roomId, ben, "editor");
    }
}
