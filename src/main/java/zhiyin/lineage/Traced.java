package zhiyin.lineage;

/** A record that says where it came from: the schema's {@code Traced}. */
public interface Traced {

    /** Where it came from. */
    Trace trace();
}
