package zhiyin.load;

import java.util.List;

import zhiyin.search.CustomerIndex;
import zhiyin.staging.TouchedCustomers;

/** Brings the customers that the load touched into search. */
class IndexWork implements Work {

    /** Reading runs ahead of writing within a slice, so one is worth some batches. */
    private static final int BATCHES = 4;

    private final TouchedCustomers touched;
    private final CustomerIndex index;
    private final int batch;

    IndexWork(TouchedCustomers touched, CustomerIndex index, int batch) {
        this.touched = touched;
        this.index = index;
        this.batch = batch;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public String unit() {
        return "customers";
    }

    @Override
    public long begin(LoadRun run) {
        return touched.count();
    }

    @Override
    public long slice(LoadRun run, long done) {
        List<String> customers = touched.next(batch * BATCHES);
        if (customers.isEmpty()) {
            return 0;
        }
        index.index(customers);
        touched.forget(customers);
        return customers.size();
    }

    @Override
    public void end(LoadRun run) {
        index.publish();
    }
}
