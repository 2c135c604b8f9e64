package zhiyin.staging;

import java.util.List;

/** The table {@code notice}: what people ought to know of the deliveries of each load. */
class Notices {

    private final Staging staging;

    Notices(Staging staging) {
        this.staging = staging;
        staging.run("""
                CREATE TABLE IF NOT EXISTS notice (load BIGINT, source VARCHAR, feed VARCHAR, file VARCHAR,
                    severity VARCHAR, code VARCHAR, message VARCHAR)
                """);
    }

    /** Keeps what is to be told of a delivery in a load, in place of what was kept before. */
    void keep(long load, Delivery delivery, List<Notice> notices) {
        String source = delivery.source().source();
        staging.update("DELETE FROM notice WHERE load = ? AND source = ? AND feed = ? AND file = ?", load, source,
                delivery.feedName(), delivery.name());
        for (Notice notice : notices) {
            staging.update("INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?)", load, source, delivery.feedName(),
                    delivery.name(), notice.severity().name(), notice.code().name(), notice.message());
        }
    }
}
