package zhiyin.access;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

import tools.jackson.databind.json.JsonMapper;

/** Answers those who may not come in, in the shape of a GraphQL answer, so that one way of reading errors does. */
final class Unauthenticated {

    private static final Logger LOG = LoggerFactory.getLogger(Unauthenticated.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private Unauthenticated() {}

    static AuthenticationEntryPoint askForLogin() {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
            answer(response, HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED",
                    "Sign in, or send a token that is still valid: Authorization: Bearer …");
        };
    }

    static AccessDeniedHandler refuse() {
        return (request, response, denied) -> answer(response, HttpStatus.FORBIDDEN, "FORBIDDEN",
                "Refused: the X-XSRF-TOKEN header does not repeat the XSRF-TOKEN cookie, or the account may not do this");
    }

    private static String challenge(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    private static void answer(HttpServletResponse response, HttpStatus status, String code, String message)
            throws IOException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        LOG.info("Answered {} {}, trace id {}", status.value(), code, trace);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JSON.writeValue(response.getOutputStream(), Map.of("errors", List.of(Map.of("message", message, "extensions",
                Map.of("code", code, "traceId", trace)))));
    }
}
