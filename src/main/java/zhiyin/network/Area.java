package zhiyin.network;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.relay.Entity;

record Area(String id, String postalCode, @Nullable String province, @Nullable String city,
        @Nullable Integer population) implements Entity {

    static Area of(Row area) {
        return new Area(area.text("id"), area.text("postalCode"), area.optionalText("province"),
                area.optionalText("city"), area.optionalNumber("population"));
    }
}
