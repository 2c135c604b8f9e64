MATCH (record:SourceRecord) WHERE record.id > $after
WITH record ORDER BY record.id LIMIT $limit
RETURN record.id AS place, record.id AS id,
       record {.*, rule: head([(record)-[resolved:RESOLVED_TO]->() | resolved.rule])} AS properties,
       {customer: [(record)-[:RESOLVED_TO]->(end) | end.id]} AS ends
