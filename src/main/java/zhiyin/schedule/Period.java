package zhiyin.schedule;

import java.time.Instant;

/**
 * The time that a run covers. The run starts when it is over.
 *
 * @param from  its begin, by which the run is known: its logical date
 * @param until its end, not part of it
 */
record Period(Instant from, Instant until) {}
