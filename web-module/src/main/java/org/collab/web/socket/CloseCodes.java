package org.collab.web.socket;

import jakarta.websocket.CloseReason;
import org.collab.error.ErrorCode;

/** Which close code tells which error (protocol L5). */
final class CloseCodes {
    private CloseCodes() {}

    static CloseReason reason(ErrorCode code) {
        return new CloseReason(CloseReason.CloseCodes.getCloseCode(number(code)), code.code());
    }

    static int number(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> 4001;
            case FORBIDDEN, NOT_FOUND -> 4003;
            case TOO_SLOW -> 4008;
            case PROTOCOL_ERROR, MALFORMED_JSON, UNKNOWN_TYPE, HELLO_TIMEOUT -> 4009;
            case TOO_LARGE -> 1009;
            case TOO_MANY_REQUESTS, REPLACED -> 1008;
            case RESTARTING -> 1012;
            case SILENT -> 1001;
            default -> 1013;
        };
    }
}
