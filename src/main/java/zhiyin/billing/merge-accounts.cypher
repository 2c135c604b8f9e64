UNWIND $rows AS row
MERGE (account:BillingAccount {id: row.id})
SET account = row.properties, account.updatedAt = $at
WITH account, row
OPTIONAL MATCH (:Customer)-[former:HAS_ACCOUNT]->(account) WHERE row.moved
DELETE former
WITH DISTINCT account, row
MATCH (customer:Customer {id: row.customer})
MERGE (customer)-[:HAS_ACCOUNT]->(account)
