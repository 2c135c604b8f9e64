UNWIND $rows AS row
MATCH (month:InteractionMonth {id: row.id})
DETACH DELETE month
