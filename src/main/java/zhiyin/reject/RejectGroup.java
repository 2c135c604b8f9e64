package zhiyin.reject;

import zhiyin.staging.RejectReason;

/**
 * The rejects of a load that have feed and reason in common, as the schema describes them.
 *
 * @param source system that delivered the rows
 * @param feed   feed of that source
 * @param reason rule that was broken
 * @param count  how often it was
 * @param open   how many of these wait for somebody to correct or dismiss them
 */
public record RejectGroup(String source, String feed, RejectReason reason, int count, int open) {}
