UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (experience:NetworkExperience {id: row.id})
SET experience = row.properties, experience.updatedAt = $at
WITH customer, experience
OPTIONAL MATCH (former)-[experienced:EXPERIENCED]->(experience) WHERE former <> customer
DELETE experienced
MERGE (customer)-[:EXPERIENCED]->(experience)
