MATCH (customer)-[tagged:TAGGED]->(tag)
USING INDEX tagged:TAGGED(record)
WHERE tagged.record > $after
WITH customer, tagged, tag ORDER BY tagged.record LIMIT $limit
RETURN tagged.record AS place, tagged.record AS id, {} AS ends,
       {id: tagged.record, tag: substring(tag.id, size('tag:')), since: tagged.since, customerId: customer.id} AS properties
