package zhiyin.lineage;

import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

import reactor.core.publisher.Mono;

import zhiyin.model.RowPlace;

/** Answers where records came from. However many records an answer has, their files are looked up together, each once. */
@Controller
class OriginController {

    OriginController(OriginFiles files, BatchLoaderRegistry loaders) {
        loaders.<Integer, OriginFile>forName("originFiles").registerMappedBatchLoader(
                (numbers, environment) -> Mono.fromCallable(() -> files.byNumber(numbers)));
    }

    @SchemaMapping(typeName = "Traced")
    CompletableFuture<@Nullable RecordOrigin> origin(Traced record, DataLoader<Integer, OriginFile> originFiles) {
        return origin(record.trace().origin(), originFiles);
    }

    @SchemaMapping(typeName = "Traced")
    CompletableFuture<@Nullable RecordOrigin> closedBy(Traced record, DataLoader<Integer, OriginFile> originFiles) {
        return origin(record.trace().closedBy(), originFiles);
    }

    private static CompletableFuture<@Nullable RecordOrigin> origin(@Nullable Long packed,
            DataLoader<Integer, OriginFile> files) {
        if (packed == null) {
            return CompletableFuture.completedFuture(null);
        }
        RowPlace place = RowPlace.of(packed);
        return files.load(place.file()).thenApply(file -> file == null ? null : RecordOrigin.of(file, place));
    }
}
