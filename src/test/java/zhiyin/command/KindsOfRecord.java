package zhiyin.command;

import java.util.List;

import zhiyin.model.RecordKind;

/** The kinds of record that the features declare, for benchmarks. */
public final class KindsOfRecord {

    private KindsOfRecord() {}

    /** All that sources fill. */
    public static List<RecordKind> declared() {
        return DeclaredKinds.read();
    }
}
