UNWIND $rows AS row
MATCH (product:Product {id: row.product})
MERGE (usage:UsageSummary {id: row.id})
SET usage = row.properties, usage.updatedAt = $at
WITH product, usage
OPTIONAL MATCH (former)-[consumed:CONSUMED]->(usage) WHERE former <> product
DELETE consumed
MERGE (product)-[:CONSUMED]->(usage)
