package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database goes away between a handshake, which uses the ticket up, and the hello. */
@ExtendWith(SharedProduct.class)
class OpeningIT {
    @Test
    void O4_a_hello_is_answered_when_the_database_is_back(Product product) {
        Api ana = Api.newUser(product.uri(), "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Document");
        Wire wire = Wire.open(ana, document);
        product.sql().update("alter table changes rename to changes_away");
        try {
            wire.hello(UUID.randomUUID().toString(), Optional.empty());
            wire.send("{\"type\":\"ping\",\"sentAt\":0}");
            wire.await1("pong");

            assertThat(wire.received())
                    .noneMatch(message -> message.getString("type").equals("welcome"));
        } finally {
            product.sql().update("alter table changes_away rename to changes");
        }
        assertThat(wire.await1("welcome").getInt("head")).isZero();
        assertThat(wire.isOpen()).isTrue();
    }
}
