UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (interaction:PartyInteraction {id: row.id})
SET interaction = row.properties, interaction.updatedAt = $at
WITH customer, interaction
OPTIONAL MATCH (former)-[had:HAD]->(interaction) WHERE former <> customer
DELETE had
MERGE (customer)-[:HAD]->(interaction)
