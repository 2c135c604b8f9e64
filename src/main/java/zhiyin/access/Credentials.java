package zhiyin.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * Accounts with their secrets, as the credentials file has them.
 *
 * @param users   people, who sign in with a password
 * @param clients programs, which get tokens for a secret
 */
record Credentials(List<User> users, List<Client> clients) {

    record User(String username, String password, List<Role> roles) {}

    record Client(String clientId, String clientSecret, List<Role> roles) {}

    /** One user and one client for each role, with secrets that nobody has seen. */
    static Credentials fresh() {
        return new Credentials(
                Stream.of(Role.values())
                        .map(role -> new User(role.userName(), Secret.fresh(), List.of(role))).toList(),
                Stream.of(Role.values())
                        .map(role -> new Client(role.clientId(), Secret.fresh(), List.of(role))).toList());
    }
}
