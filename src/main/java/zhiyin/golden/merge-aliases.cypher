UNWIND $rows AS row
MATCH (survivor:Customer {id: row.survivor})
MERGE (former:MergedCustomer {id: row.id})
MERGE (former)-[:MERGED_INTO]->(survivor)
