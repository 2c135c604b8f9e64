// A mark belongs to the source record that says it; when the record says otherwise, its former mark goes.
// Many customers share a tag: sorted, two writers take the tags' locks in the same order.
UNWIND $rows AS row
WITH row ORDER BY row.properties.tag, row.id
MATCH (customer:Customer {id: row.customer})
OPTIONAL MATCH (tag:Tag {id: 'tag:' + row.properties.tag})
OPTIONAL MATCH (holder)-[stale:TAGGED {record: row.id}]->(former)
WHERE holder <> customer OR tag IS NULL OR former <> tag OR row.properties.closedAt IS NOT NULL
DELETE stale
WITH customer, tag, row WHERE tag IS NOT NULL AND row.properties.closedAt IS NULL
MERGE (customer)-[tagged:TAGGED {record: row.id}]->(tag)
SET tagged.since = row.properties.since, tagged.origin = row.properties.origin
