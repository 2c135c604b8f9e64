package zhiyin.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.springframework.security.core.GrantedAuthority;

/** What an account is for, as the schema describes it. */
enum Role {
    AGENT, MARKETER, ENGINEER, MANAGER, ADMIN;

    static final String PREFIX = "ROLE_";

    /** Name of the user that has this role at first. */
    String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Id of the client that has this role at first. */
    String clientId() {
        return userName() + "-client";
    }

    static List<Role> of(Collection<? extends GrantedAuthority> authorities) {
        List<String> names = authorities.stream().map(GrantedAuthority::getAuthority).toList();
        return List.of(values()).stream().filter(role -> names.contains(PREFIX + role.name())).toList();
    }
}
