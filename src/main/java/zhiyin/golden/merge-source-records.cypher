UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (record:SourceRecord {id: row.id})
WITH row, row.properties AS told, customer, record
SET record = told, record.rule = null, record.updatedAt = $at
WITH told, customer, record
OPTIONAL MATCH (record)-[former:RESOLVED_TO]->(other) WHERE other <> customer
DELETE former
MERGE (record)-[resolved:RESOLVED_TO]->(customer)
SET resolved.rule = told.rule, resolved.score = 1.0, resolved.decidedBy = 'rules', resolved.at = $at
