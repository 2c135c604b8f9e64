package zhiyin.load;

import java.util.List;

import zhiyin.search.CustomerIndex;
import zhiyin.staging.TouchedCustomers;

/** Brings the customers that the load touched into search. */
class IndexWork implements Work {

    private static final int SLICE = 1_000;

    private final TouchedCustomers touched;
    private final CustomerIndex index;

    IndexWork(TouchedCustomers touched, CustomerIndex index) {
        this.touched = touched;
        this.index = index;
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
        List<String> customers = touched.next(SLICE);
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
