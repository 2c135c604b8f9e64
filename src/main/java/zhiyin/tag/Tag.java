package zhiyin.tag;

import zhiyin.graph.Row;
import zhiyin.model.LocalizedText;
import zhiyin.relay.Entity;

record Tag(String id, String key, LocalizedText name, String category) implements Entity {

    static Tag of(Row tag) {
        return new Tag(tag.text("id"), tag.text("key"), tag.localizedText("name"), tag.text("category"));
    }
}
