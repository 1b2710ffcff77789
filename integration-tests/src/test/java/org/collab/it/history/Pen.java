package org.collab.it.history;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/** Somebody who writes into a document over REST, always at its head. */
public final class Pen {
    final Api api;
    private final String document;
    private final String client = UUID.randomUUID().toString();
    private int seq;

    public Pen(Api api, String document) {
        this.api = api;
        this.document = document;
    }

    /** @return the revision that it has become */
    long write(Delta delta) {
        long head = api.get("documents/" + document).json().getInt("head");
        return write(delta, head);
    }

    long write(Delta delta, long base) {
        return api.post(
                        "documents/" + document + "/changes",
                        Map.of(
                                "clientId",
                                client,
                                "seq",
                                ++seq,
                                "baseRevision",
                                base,
                                "delta",
                                Json.createReader(new StringReader(DeltaJson.write(delta)))
                                        .readArray()))
                .requireStatus(201)
                .json()
                .getInt("revision");
    }

    public long insert(int at, String text) {
        return write((at == 0 ? Delta.builder() : Delta.builder().retain(at))
                .insert(text)
                .build());
    }

    public long delete(int at, int length) {
        return write((at == 0 ? Delta.builder() : Delta.builder().retain(at))
                .delete(length)
                .build());
    }
}
