UNWIND $rows AS row
MERGE (medium:ContactMedium {id: row.properties.mediumId})
ON CREATE SET medium.type = row.properties.type, medium.value = row.properties.value, medium.updatedAt = $at
WITH medium, row
MATCH (customer:Customer {id: row.customer})
MERGE (customer)-[contact:HAS_CONTACT]->(medium)
SET contact.preferred = row.properties.preferred
