UNWIND $rows AS row
MATCH (customer:Customer {id: row.customer})
MERGE (account:BillingAccount {id: row.id})
SET account = row.properties, account.updatedAt = $at
WITH customer, account
OPTIONAL MATCH (former)-[had:HAS_ACCOUNT]->(account) WHERE former <> customer
DELETE had
MERGE (customer)-[:HAS_ACCOUNT]->(account)
