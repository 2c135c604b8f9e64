// What belongs to nobody is named by the medium alone, as '|PHONE:+886...'.
UNWIND $rows AS row
WITH row.id AS id, split(row.id, '|')[0] AS owner
MATCH (medium:ContactMedium {id: substring(id, size(owner) + 1)})
OPTIONAL MATCH (:Customer {id: owner})-[contact:HAS_CONTACT]->(medium)
DELETE contact
WITH DISTINCT medium WHERE NOT EXISTS { (medium)<-[:HAS_CONTACT]-() }
DELETE medium
