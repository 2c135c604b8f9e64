UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (month:InteractionMonth {id: row.id})
SET month = row.properties, month.updatedAt = $at
MERGE (customer)-[:HAD_MONTH]->(month)
