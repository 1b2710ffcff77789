package org.collab.web.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.collab.paging.PageRequest;

/** The query parameters {@code limit} and {@code offset} of every list. */
public class PageQuery {
    @QueryParam("limit")
    @DefaultValue("" + PageRequest.DEFAULT_LIMIT)
    private int limit;

    @QueryParam("offset")
    @DefaultValue("0")
    private int offset;

    PageRequest request() {
        return new PageRequest(limit, offset);
    }
}
