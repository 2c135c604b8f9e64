UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (medium:ContactMedium {id: row.properties.mediumId})
ON CREATE SET medium.type = row.properties.type, medium.value = row.properties.value, medium.updatedAt = $at
MERGE (customer)-[contact:HAS_CONTACT]->(medium)
SET contact.preferred = row.properties.preferred
