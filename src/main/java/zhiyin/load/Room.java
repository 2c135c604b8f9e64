package zhiyin.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import zhiyin.staging.Delivery;
import zhiyin.staging.Landing;

/** Whether the disk has room for what a load is about to take in. */
@Component
class Room {

    /** Staging keeps a row as it is now, its hashes and, for a while, the list of what is to be written. */
    private static final long BYTES_FOR_A_BYTE_OF_INPUT = 4;

    private final Landing landing;
    private final Path data;
    private final DataSize minFree;

    Room(Landing landing, LoadSettings settings, @Value("${zhiyin.data}") Path data) {
        this.landing = landing;
        this.data = data.toAbsolutePath();
        this.minFree = settings.minFree();
    }

    void check(LoadRun run) {
        long input = landing.pending(run.wanted()).stream().mapToLong(Delivery::size).sum();
        long needed = minFree.toBytes() + BYTES_FOR_A_BYTE_OF_INPUT * input;
        long free = free();
        if (free < needed) {
            throw new NoRoomException(
                    "The disk of %s has %d MB free, and this load may need %d MB: %d MB for its files and zhiyin.load.min-free. Make room"
                            .formatted(data, megabytes(free), megabytes(needed),
                                    megabytes(BYTES_FOR_A_BYTE_OF_INPUT * input)));
        }
    }

    private long free() {
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot tell how much room there is at " + data, unreadable);
        }
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, DataSize.ofMegabytes(1).toBytes());
    }

    /** There is too little room: the message says where, how much there is and how much is needed. */
    static class NoRoomException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoRoomException(String message) {
            super(message);
        }
    }
}
