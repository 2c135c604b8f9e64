UNWIND $rows AS row
MATCH (record:SourceRecord {id: row.id})
DETACH DELETE record
