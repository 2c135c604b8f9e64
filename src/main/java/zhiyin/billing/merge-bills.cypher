UNWIND $rows AS row
MERGE (bill:CustomerBill {id: row.id})
SET bill = row.properties, bill.updatedAt = $at
WITH bill, row
OPTIONAL MATCH (former:BillingAccount)-[billed:BILLED_BY]->(bill) WHERE former.id <> row.account
DELETE billed
WITH DISTINCT bill, row
MATCH (account:BillingAccount {id: row.account})
MERGE (account)-[:BILLED_BY]->(bill)
