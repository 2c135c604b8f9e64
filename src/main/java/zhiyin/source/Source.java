package zhiyin.source;

import java.time.ZoneId;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A system that delivers data.
 *
 * @param source      its name, the first part of every record's id
 * @param description what it is the authority for
 * @param zone        time zone of instants that carry none
 * @param region      ISO 3166 region of phone numbers that carry none
 * @param database    where the tables of its feeds lie; null when all lie in files
 * @param feeds       what it delivers, by name
 */
public record Source(String source, @Nullable String description, ZoneId zone, String region,
        @Nullable Database database, LinkedHashMap<String, Feed> feeds) {}
