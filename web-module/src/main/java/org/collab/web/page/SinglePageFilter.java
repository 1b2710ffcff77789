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
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Serves the frontend: index.html for every path that the browser's router knows, told where the application lives, with a
 * nonce for its style elements; built files are kept by browsers for ever, because their names change with their contents.
 */
public class SinglePageFilter implements Filter {
    private static final String BASE = "<meta name=\"collab-base\" content=\"/\"";
    private static final String STYLE = "<style>";
    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private String page = "";

    @Override
    public void init(FilterConfig config) throws ServletException {
        try (InputStream stored = config.getServletContext().getResourceAsStream("/index.html")) {
            if (stored == null) {
                throw new ServletException("the frontend is missing: no index.html in the application");
            }
            String html = new String(stored.readAllBytes(), StandardCharsets.UTF_8);
            page = at(config.getServletContext().getContextPath() + "/", html);
        } catch (IOException e) {
            throw new ServletException("index.html cannot be read", e);
        }
    }

    /** The page tells where the application lives, and names its files by where they are. */
    private static String at(String home, String html) {
        return html.replace(BASE, BASE.replace("\"/\"", "\"" + home + "\"")).replace("=\"./", "=\"" + home);
    }

    private void servePage(HttpServletResponse answer) throws IOException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        answer.setContentType("text/html");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.setHeader("Cache-Control", "no-cache");
        answer.setHeader(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.withStyles(nonce));
        answer.getWriter().write(page.replace(STYLE, "<style nonce=\"" + nonce + "\">"));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = http.getRequestURI().substring(http.getContextPath().length());
        if (isPage(path) && http.getMethod().equals("GET")) {
            servePage(answer);
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
                || path.startsWith("/ws/")
                || path.equals("/health") // MicroProfile Health of the server
                || path.startsWith("/health/")) {
            return false;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.equals("/index.html") || last.indexOf('.') < 0;
    }
}
