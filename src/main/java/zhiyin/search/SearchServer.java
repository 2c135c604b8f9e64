package zhiyin.search;

import java.io.IOException;
import java.io.InputStream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** The door to the search server: whoever comes through learns in one way that it is down. */
@Component
class SearchServer {

    private static final int NOT_FOUND = 404;
    private static final int TOO_BUSY = 429;
    private static final int BROKEN = 500;
    private final ElasticsearchClient client;

    SearchServer(ElasticsearchClient client) {
        this.client = client;
    }

    @FunctionalInterface
    interface Call<T> {
        T to(ElasticsearchClient client) throws IOException;
    }

    <T> T call(Call<T> call) {
        try {
            return call.to(client);
        } catch (ResponseException refused) {
            // what the client throws rather than an ElasticsearchException when another node might do better
            throw SearchAwayException.busy(refused.getResponse().getStatusCode(), refused);
        } catch (IOException unreachable) {
            throw SearchAwayException.silent(unreachable);
        } catch (ElasticsearchException refused) {
            throw translated(refused);
        }
    }

    /** Reads the body of an answer. */
    @FunctionalInterface
    interface Answer<T> {
        T read(InputStream body) throws IOException;
    }

    /** Sends a request as it is, past what the client makes of requests and answers. */
    <T> T raw(Request request, Answer<T> answer) {
        return call(known -> {
            try (InputStream body = ((Rest5ClientTransport) known._transport()).restClient().performRequest(request)
                    .getEntity().getContent()) {
                return answer.read(body);
            } catch (ResponseException refused) {
                if (isPassing(refused.getResponse().getStatusCode())) {
                    throw refused;
                }
                throw new IllegalStateException("The search server refused a request; see its log: "
                        + refused.getResponse().getStatusCode(), refused);
            }
        });
    }

    static boolean isPassing(int status) {
        return status == TOO_BUSY || status >= BROKEN;
    }

    private static RuntimeException translated(ElasticsearchException refused) {
        if (refused.status() == NOT_FOUND) {
            return new DataAccessResourceFailureException("An index is not there yet (%s); run a load"
                    .formatted(refused.getMessage()), refused);
        }
        return isPassing(refused.status())
                ? SearchAwayException.busy(refused.status(), refused)
                : refused;
    }
}
