package zhiyin.tag;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import zhiyin.model.InvalidDeclarationException;
/** The tags that {@code etl/tags/**.yaml} declares. Only these can be put on customers. */
@Component
public class TagCatalogue {

    private final TagStore store;
    private final Path folder;

    TagCatalogue(TagStore store, @Value("${zhiyin.etl:etl}") String etl) {
        this.store = store;
        this.folder = Path.of(etl, "tags");
    }

    /**
     * Reads the files as they are now and writes a node for each tag. To be called before records are merged, which know no
     * other tags. A tag that was written before and is declared no more stays on those who carry it.
     *
     * @param at instant of the load, for {@code updatedAt} of the tags that changed
     * @return how many tags are new or changed
     * @throws InvalidDeclarationException when a file has a mistake; then nothing is written
     */
    public int write(OffsetDateTime at) {
        return store.write(TagFiles.read(folder), at);
    }

    /**
     * The ids that their nodes have.
     *
     * @throws InvalidDeclarationException when a file has a mistake
     */
    public List<String> ids() {
        return TagFiles.read(folder).stream().map(tag -> String.valueOf(tag.properties().get("id"))).toList();
    }
}
