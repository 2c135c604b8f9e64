package zhiyin.load;

import org.springframework.stereotype.Component;

/** Whether the staging of this hub is the one that told the graph last, for those who make something of staging. */
@Component
public class TellingStaging {

    private final ToldGraph toldGraph;

    TellingStaging(ToldGraph toldGraph) {
        this.toldGraph = toldGraph;
    }

    /** Whether it is. */
    public boolean isOurs() {
        return !toldGraph.isAnother();
    }
}
