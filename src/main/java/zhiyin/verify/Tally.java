package zhiyin.verify;

import zhiyin.verify.Difference.Store;

/**
 * How one kind of record was compared in one store, as the schema describes it.
 *
 * @param store        the store
 * @param kind         kind of record
 * @param expected     how many it should hold
 * @param found        how many it held
 * @param expectedHash hash of what it should hold
 * @param foundHash    hash of what it held
 * @param differences  how many records differed
 * @param repaired     how many of these were mended
 */
public record Tally(Store store, String kind, int expected, int found, String expectedHash, String foundHash,
        int differences, int repaired) {}
