UNWIND $rows AS row
MERGE (area:Area {id: row.id})
SET area = row.properties, area.updatedAt = $at
