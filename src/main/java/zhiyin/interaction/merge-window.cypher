UNWIND $rows AS row
MERGE (window:InteractionWindow {id: row.id})
SET window = row.properties, window.updatedAt = $at
