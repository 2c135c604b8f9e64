UNWIND $rows AS row
MATCH (window:InteractionWindow {id: row.id})
DETACH DELETE window
