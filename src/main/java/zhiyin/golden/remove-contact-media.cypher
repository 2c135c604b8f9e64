UNWIND $rows AS row
MATCH (:Customer {id: row.customer})-[contact:HAS_CONTACT]->(medium:ContactMedium {id: substring(row.id, size(row.customer) + 1)})
DELETE contact
WITH DISTINCT medium WHERE NOT EXISTS { (medium)<-[:HAS_CONTACT]-() }
DELETE medium
