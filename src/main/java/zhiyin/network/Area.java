package zhiyin.network;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.relay.Entity;

record Area(String id, String postalCode, @Nullable String province, @Nullable String city,
        @Nullable Integer population, Trace trace) implements Entity, Traced {

    static Area of(Row area) {
        return new Area(area.text("id"), area.text("postalCode"), area.optionalText("province"),
                area.optionalText("city"), area.optionalNumber("population"), Trace.of(area));
    }
}
