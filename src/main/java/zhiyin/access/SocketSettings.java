package zhiyin.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of WebSocket connections.
 *
 * @param most    how many may be open on this node at once
 * @param message size of the largest message that a client may send; each connection takes twice as much memory
 * @param silence how long a client may say nothing before its connection is closed; the hub's pings make it speak
 */
@ConfigurationProperties(prefix = "zhiyin.sockets", ignoreUnknownFields = false)
record SocketSettings(@DefaultValue("100") int most, @DefaultValue("64KB") DataSize message,
        @DefaultValue("1m") Duration silence) {

    SocketSettings {
        if (most < 1 || message.toBytes() < 1 || message.compareTo(DataSize.ofMegabytes(1)) > 0
                || silence.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "zhiyin.sockets.most and .silence must be more than nothing, and .message lie between 1B and 1MB");
        }
    }
}
