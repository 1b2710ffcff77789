package org.collab.web.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Serves the frontend: index.html for every path that the browser's router knows, told where the application lives;
 * built files are kept by browsers for ever, because their names change with their contents.
 */
public class SinglePageFilter implements Filter {
    private static final String BASE = "<base href=\"/\"";

    private String page = "";

    @Override
    public void init(FilterConfig config) throws ServletException {
        try (InputStream stored = config.getServletContext().getResourceAsStream("/index.html")) {
            if (stored == null) {
                throw new ServletException("the frontend is missing: no index.html in the application");
            }
            String html = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
            page = html.replace(
                    BASE, "<base href=\"" + config.getServletContext().getContextPath() + "/\"");
        } catch (IOException e) {
            throw new ServletException("index.html cannot be read", e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = http.getRequestURI().substring(http.getContextPath().length());
        if (isPage(path) && http.getMethod().equals("GET")) {
            answer.setContentType("text/html");
            answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
            answer.setHeader("Cache-Control", "no-cache");
            answer.getWriter().write(page);
            return;
        }
        if (path.startsWith("/assets/")) {
            answer.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }

    /** A path of the browser's router: not of the server, and not a file. */
    private static boolean isPage(String path) {
        if (path.startsWith("/api/")
                || path.equals("/api")
                || path.equals("/container-error")
                || path.startsWith("/ws/")) {
            return false;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.equals("/index.html") || last.indexOf('.') < 0;
    }
}
