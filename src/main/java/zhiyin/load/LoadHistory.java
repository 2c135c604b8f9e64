package zhiyin.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.load.Load.LoadStatus;
import zhiyin.load.Load.LoadStep;
import zhiyin.relay.Connection;
import zhiyin.relay.NodeSource;
import zhiyin.relay.PageRequest;

/** Loads of the past and the one under way, read from Spring Batch's tables. */
@Component
class LoadHistory implements NodeSource {

    private static final String LOAD = """
            SELECT p.parameter_value AS number, min(e.start_time) AS started, max(e.job_execution_id) AS latest,
                   (array_agg(e.status ORDER BY e.job_execution_id DESC))[1] AS status,
                   (array_agg(e.end_time ORDER BY e.job_execution_id DESC))[1] AS ended,
                   (SELECT json_object_agg(a.parameter_name, a.parameter_value) FROM batch_job_execution_params a
                    WHERE a.job_execution_id = min(e.job_execution_id)) AS asked
            FROM batch_job_instance i
            JOIN batch_job_execution e ON e.job_instance_id = i.job_instance_id
            JOIN batch_job_execution_params p ON p.job_execution_id = e.job_execution_id AND p.parameter_name = 'load'
            WHERE i.job_name = 'load' AND
            """;

    private static final String PAGE = LOAD + """
            CAST(p.parameter_value AS BIGINT) < :before
            GROUP BY p.parameter_value ORDER BY CAST(p.parameter_value AS BIGINT) DESC LIMIT :limit
            """;

    private static final String ONE = LOAD + "p.parameter_value = :number GROUP BY p.parameter_value";

    private static final String BY_NUMBER = LOAD + "p.parameter_value IN (:numbers) GROUP BY p.parameter_value";

    private static final String STEPS = """
            SELECT DISTINCT ON (p.parameter_value, s.step_name) p.parameter_value AS number, s.step_name, s.status,
                   s.start_time, s.end_time, s.exit_message, c.short_context, s.step_execution_id
            FROM batch_job_execution e
            JOIN batch_job_execution_params p ON p.job_execution_id = e.job_execution_id AND p.parameter_name = 'load'
            JOIN batch_step_execution s ON s.job_execution_id = e.job_execution_id
            LEFT JOIN batch_step_execution_context c ON c.step_execution_id = s.step_execution_id
            WHERE p.parameter_value IN (:numbers)
            ORDER BY p.parameter_value, s.step_name, s.step_execution_id DESC
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    LoadHistory(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Connection<Load> page(PageRequest page) {
        List<String> after = page.afterKeys("loads", 1);
        long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after.getFirst());
        List<Load> loads = loads(PAGE, Map.of("before", before, "limit", page.limit()));
        return Connection.of(loads, page, total(), Load::position);
    }

    Optional<Load> find(long number) {
        return loads(ONE, Map.of("number", Long.toString(number))).stream().findFirst();
    }

    /** Those of some loads that there are, by number, in two queries. */
    Map<Integer, Load> byNumber(Collection<Integer> numbers) {
        return loads(BY_NUMBER, Map.of("numbers", numbers.stream().map(number -> Integer.toString(number)).toList()))
                .stream().collect(toMap(Load::number, identity()));
    }

    @Override
    public String type() {
        return "Load";
    }

    @Override
    public Set<String> readers() {
        return Set.of("ENGINEER");
    }

    @Override
    public Optional<Load> find(String id) {
        return id.matches("[0-9]{1,9}") ? find(Long.parseLong(id)) : Optional.empty();
    }

    private int total() {
        Integer total = jdbc.getJdbcTemplate().queryForObject(
                "SELECT count(DISTINCT i.job_instance_id) FROM batch_job_instance i JOIN batch_job_execution e USING (job_instance_id) WHERE i.job_name = 'load'",
                Integer.class);
        return total == null ? 0 : total;
    }

    private List<Load> loads(String statement, Map<String, Object> parameters) {
        List<Load> loads = jdbc.query(statement, parameters, (row, position) -> load(row));
        if (loads.isEmpty()) {
            return loads;
        }
        Map<Integer, List<Numbered>> steps = jdbc.query(STEPS,
                Map.of("numbers", loads.stream().map(load -> Integer.toString(load.number())).toList()), this::step)
                .stream()
                .collect(groupingBy(Numbered::load));
        return loads.stream().map(load -> withSteps(load, steps.getOrDefault(load.number(), List.of()))).toList();
    }

    private record Numbered(int load, long execution, LoadStep step) {}

    private static Load withSteps(Load load, List<Numbered> steps) {
        return new Load(load.id(), load.number(), load.status(), load.startedAt(), load.endedAt(), load.request(),
                steps.stream()
                        .sorted(java.util.Comparator.comparingLong(Numbered::execution)).map(Numbered::step).toList());
    }

    private Load load(ResultSet row) throws SQLException {
        String number = row.getString("number");
        OffsetDateTime started = instant(row.getTimestamp("started"));
        JsonNode asked = json.readTree(row.getString("asked"));
        return new Load(number, Integer.parseInt(number), LoadStatus.of(row.getString("status")),
                started == null ? OffsetDateTime.now(ZoneOffset.UTC) : started, instant(row.getTimestamp("ended")),
                LoadRun.request(name -> asked.path(name).asString(null)), List.of());
    }

    private Numbered step(ResultSet row, int position) throws SQLException {
        JsonNode context = json.readTree(Optional.ofNullable(row.getString("short_context")).orElse("{}"));
        OffsetDateTime started = instant(row.getTimestamp("start_time"));
        OffsetDateTime ended = instant(row.getTimestamp("end_time"));
        OffsetDateTime until = ended == null ? OffsetDateTime.now(ZoneOffset.UTC) : ended;
        LoadStatus status = LoadStatus.of(row.getString("status"));
        return new Numbered(Integer.parseInt(row.getString("number")), row.getLong("step_execution_id"), new LoadStep(
                row.getString("step_name"), status, number(context.path(WorkTasklet.DONE)).orElse(0),
                number(context.path(WorkTasklet.TOTAL)).orElse(null),
                started == null ? 0 : java.time.Duration.between(started, until).toMillis() / 1000.0,
                status == LoadStatus.FAILED ? firstLine(row.getString("exit_message")) : null));
    }

    /** A number of a step's context, which keeps it with its class: {@code ["java.lang.Long", 5]}. */
    private static Optional<Integer> number(JsonNode typed) {
        return typed.isArray() ? Optional.of(typed.path(1).asInt()) : Optional.empty();
    }

    /** What went wrong without the stack, which is in the log. */
    private static @Nullable String firstLine(@Nullable String message) {
        return message == null ? null : message.lines().findFirst().orElse(null);
    }

    private static @Nullable OffsetDateTime instant(@Nullable Timestamp local) {
        return local == null
                ? null
                : local.toLocalDateTime().atZone(ZoneId.systemDefault()).withZoneSameInstant(ZoneOffset.UTC)
                        .toOffsetDateTime();
    }
}
