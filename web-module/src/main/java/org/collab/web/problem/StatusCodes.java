package org.collab.web.problem;

import java.util.Optional;
import org.collab.error.ErrorCode;

/** The codes for statuses that the container or JAX-RS decides on. */
final class StatusCodes {
    private StatusCodes() {}

    static Optional<ErrorCode> of(int status) {
        return switch (status) {
            case 400 -> Optional.of(ErrorCode.VALIDATION_FAILED);
            case 401 -> Optional.of(ErrorCode.UNAUTHENTICATED);
            case 403 -> Optional.of(ErrorCode.FORBIDDEN);
            case 404 -> Optional.of(ErrorCode.NOT_FOUND);
            case 405 -> Optional.of(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> Optional.of(ErrorCode.NOT_ACCEPTABLE);
            case 413 -> Optional.of(ErrorCode.TOO_LARGE);
            case 415 -> Optional.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            default -> Optional.empty();
        };
    }

    static String detail(ErrorCode code) {
        return switch (code) {
            case VALIDATION_FAILED -> "the request is not valid";
            case UNAUTHENTICATED -> "a valid access token is needed";
            case FORBIDDEN -> "this is not allowed";
            case NOT_FOUND -> "there is nothing here";
            case METHOD_NOT_ALLOWED -> "this resource does not take this method";
            case NOT_ACCEPTABLE -> "this resource cannot answer in the wanted media type";
            case TOO_LARGE -> "the request is too large";
            case UNSUPPORTED_MEDIA_TYPE -> "this resource does not take this media type";
            default -> "the request failed";
        };
    }
}
