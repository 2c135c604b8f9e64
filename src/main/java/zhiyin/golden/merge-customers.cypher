UNWIND $rows AS row
MERGE (customer:Customer {id: row.id})
SET customer = row.properties, customer.updatedAt = $at
