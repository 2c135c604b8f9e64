package zhiyin.access;

import java.time.Clock;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords, in the same time whether the user exists or not, and no more than a few a minute for one user. */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final FailedLogins failures = new FailedLogins(Clock.systemUTC());
    private final DaoAuthenticationProvider check;

    PasswordLogin(UserDetailsService users, PasswordEncoder encoder) {
        check = new DaoAuthenticationProvider(users);
        check.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication login) throws AuthenticationException {
        if (failures.isLockedOut(login.getName())) {
            throw new LockedException("Too many failed logins; wait a minute");
        }
        try {
            Authentication known = check.authenticate(login);
            failures.succeeded(login.getName());
            return known;
        } catch (BadCredentialsException wrong) {
            failures.failed(login.getName());
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
