UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (medium:ContactMedium {id: row.properties.mediumId})
SET medium = {id: row.properties.mediumId, type: row.properties.type, value: row.properties.value,
              updatedAt: coalesce(medium.updatedAt, $at)}
MERGE (customer)-[contact:HAS_CONTACT]->(medium)
SET contact.preferred = row.properties.preferred
