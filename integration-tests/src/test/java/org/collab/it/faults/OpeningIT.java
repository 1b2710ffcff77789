package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database goes away between a ticket's redemption and the connection that it is for. */
@ExtendWith(SharedProduct.class)
class OpeningIT {
    @Test
    void L5_connection_that_cannot_be_opened_is_closed_with_1013(Product product) {
        Api ana = Api.newUser(product.uri(), "Ana");
        String document = ana.createDocument(ana.createRoom("Room"), "Document");
        String ticket = ana.ticket(document);
        product.sql().update("alter table users rename to users_away");
        try {
            Wire wire = Wire.open(ana.base(), document, ticket, Optional.of(Wire.origin(ana.base())), message -> {});

            assertThat(wire.closeCode()).isEqualTo(1013);
        } finally {
            product.sql().update("alter table users_away rename to users");
        }
    }
}
