package zhiyin.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** What a login is answered with: a status for the console's scripts, a page for a plain form. */
final class LoginAnswers {

    private static final String CONSOLE = "/console/";

    private LoginAnswers() {}

    static AuthenticationSuccessHandler success() {
        var toConsole = new SimpleUrlAuthenticationSuccessHandler(CONSOLE);
        return (request, response, account) -> {
            if (isFetch(request)) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                toConsole.onAuthenticationSuccess(request, response, account);
            }
        };
    }

    static AuthenticationFailureHandler failure() {
        var toConsole = new SimpleUrlAuthenticationFailureHandler(CONSOLE + "?login=failed");
        return (request, response, failure) -> {
            if (isFetch(request)) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                toConsole.onAuthenticationFailure(request, response, failure);
            }
        };
    }

    static LogoutSuccessHandler logout() {
        return (request, response, account) -> response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private static boolean isFetch(HttpServletRequest request) {
        return "fetch".equalsIgnoreCase(request.getHeader("X-Requested-With"));
    }
}
