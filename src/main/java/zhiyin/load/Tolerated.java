package zhiyin.load;

import org.springframework.stereotype.Component;

import zhiyin.staging.Staging;

/** Loads of which somebody said that they shall go on whatever was refused. */
@Component
class Tolerated {

    private final Staging staging;

    Tolerated(Staging staging) {
        this.staging = staging;
    }

    boolean includes(long load) {
        return staging.number("SELECT count(*) FROM tolerated WHERE load = ?", load) > 0;
    }

    void add(long load) {
        staging.update("INSERT INTO tolerated VALUES (?)", load);
    }
}
