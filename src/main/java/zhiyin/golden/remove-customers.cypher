UNWIND $rows AS row
MATCH (former:Customer {id: row.id})
OPTIONAL MATCH (survivor:Customer {id: row.survivor})
CALL (row, former, survivor) {
  WITH * WHERE survivor IS NOT NULL
  MERGE (alias:MergedCustomer {id: row.id})
  MERGE (alias)-[:MERGED_INTO]->(survivor)
  WITH former, survivor
  MATCH (earlier:MergedCustomer)-[:MERGED_INTO]->(former)
  MERGE (earlier)-[:MERGED_INTO]->(survivor)
}
DETACH DELETE former
