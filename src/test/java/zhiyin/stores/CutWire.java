package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** A wire to a store that can be cut: what is connected breaks off, and nobody can connect until it is mended. */
public final class CutWire implements AutoCloseable {

    private final InetSocketAddress store;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket door;

    /** A wire to the store at a port of this machine, or of another. */
    public CutWire(String host, int storePort) {
        this.store = new InetSocketAddress(host, storePort);
        this.port = LocalTestStores.freePort();
        mend();
    }

    /** Where the wire begins, on the loopback interface. */
    public int port() {
        return port;
    }

    /** Breaks every connection and takes no new ones. */
    public synchronized void cut() {
        close(door);
        door = null;
        open.forEach(CutWire::close);
        open.clear();
    }

    /** The same, for a while. */
    public void cutFor(Duration time) {
        cut();
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(time);
                mend();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Takes connections again. */
    public synchronized void mend() {
        if (door != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            door = opened;
            Thread.startVirtualThread(() -> accept(opened));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private void accept(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                connect(opened.accept());
            }
        } catch (IOException cut) {
            close(opened);
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        Socket server = new Socket();
        if (door == null) {
            close(client);
            return;
        }
        server.connect(store);
        open.add(client);
        open.add(server);
        Thread.startVirtualThread(() -> pump(client, server));
        Thread.startVirtualThread(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            close(from);
        }
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
    }

    private static void close(@Nullable AutoCloseable connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (Exception impossible) {
            throw new IllegalStateException("A socket could not be closed", impossible);
        }
    }
}
