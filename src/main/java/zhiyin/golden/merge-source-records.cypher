UNWIND $rows AS row
MERGE (record:SourceRecord {id: row.id})
SET record = row.properties {.id, .source, .feed, .key, .firstSeen, .lastSeen}, record.updatedAt = $at
WITH record, row
OPTIONAL MATCH (record)-[former:RESOLVED_TO]->(:Customer) WHERE row.moved
DELETE former
WITH DISTINCT record, row
MATCH (customer:Customer {id: row.customer})
MERGE (record)-[resolved:RESOLVED_TO]->(customer)
SET resolved.rule = row.properties.rule, resolved.score = 1.0, resolved.decidedBy = 'rules', resolved.at = $at
