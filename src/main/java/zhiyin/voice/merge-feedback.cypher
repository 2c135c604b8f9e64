UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (feedback:Feedback {id: row.id})
SET feedback = row.properties, feedback.updatedAt = $at
WITH customer, feedback
OPTIONAL MATCH (former)-[gave:GAVE]->(feedback) WHERE former <> customer
DELETE gave
MERGE (customer)-[:GAVE]->(feedback)
