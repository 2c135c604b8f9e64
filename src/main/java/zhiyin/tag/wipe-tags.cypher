UNWIND $rows AS row
MATCH ()-[tagged:TAGGED {record: row.id}]->()
DELETE tagged
