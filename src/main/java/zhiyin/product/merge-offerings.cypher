UNWIND $rows AS row
MERGE (offering:ProductOffering {id: row.id})
SET offering = row.properties, offering.updatedAt = $at
