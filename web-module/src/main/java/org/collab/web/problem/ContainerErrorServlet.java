package org.collab.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.collab.error.ErrorCode;

/**
 * Errors that the container answers before any of our code runs (a bad token, for one) are problem documents too, and
 * show nothing of the container.
 */
public class ContainerErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int original = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        ErrorCode code = StatusCodes.of(original).orElse(ErrorCode.INTERNAL);
        response.setStatus(original);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(Problem.of(code, StatusCodes.detail(code)).json());
    }
}
