UNWIND $rows AS row
MATCH (account:BillingAccount {id: row.account})
MERGE (bill:CustomerBill {id: row.id})
SET bill = row.properties, bill.updatedAt = $at
WITH account, bill
OPTIONAL MATCH (former)-[billed:BILLED_BY]->(bill) WHERE former <> account
DELETE billed
MERGE (account)-[:BILLED_BY]->(bill)
