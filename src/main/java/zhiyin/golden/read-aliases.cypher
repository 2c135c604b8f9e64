MATCH (former:MergedCustomer) WHERE former.id > $after
WITH former ORDER BY former.id LIMIT $limit
WITH former, [(former)-[:MERGED_INTO]->(survivor) | survivor.id] AS survivors
RETURN former.id AS place, former.id AS id, {survivor: survivors} AS ends,
       former {.*, survivorId: head(survivors)} AS properties
