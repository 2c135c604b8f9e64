// Many products share an offering: sorted, two writers take the offerings' locks in the same order.
UNWIND $rows AS row
WITH row ORDER BY row.offering, row.id
MATCH (customer:Customer {id: row.customer})
OPTIONAL MATCH (offering:ProductOffering {id: row.offering})
MERGE (product:Product {id: row.id})
SET product = row.properties, product.updatedAt = $at
WITH customer, product, offering
OPTIONAL MATCH (product)-[stale:OWNS|INSTANCE_OF]-(former)
WHERE former <> customer AND (offering IS NULL OR former <> offering)
DELETE stale
MERGE (customer)-[:OWNS]->(product)
WITH product, offering WHERE offering IS NOT NULL
MERGE (product)-[:INSTANCE_OF]->(offering)
