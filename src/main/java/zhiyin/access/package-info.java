/**
 * Who may come in, and as what: accounts and roles, tokens for programs, the console's login, and what a browser is told to
 * forbid. The hub is its own authorization server, so that a first start needs nothing else.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
