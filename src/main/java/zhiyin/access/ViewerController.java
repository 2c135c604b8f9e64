package zhiyin.access;

import java.util.List;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

@Controller
class ViewerController {

    record Viewer(String name, List<Role> roles) {}

    @QueryMapping
    @PreAuthorize("isAuthenticated()")
    Viewer viewer(Authentication account) {
        return new Viewer(account.getName(), Role.of(account.getAuthorities()));
    }
}
