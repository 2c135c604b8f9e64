MATCH (medium:ContactMedium) WHERE medium.id > $after
WITH medium ORDER BY medium.id LIMIT $limit
OPTIONAL MATCH (customer)-[contact:HAS_CONTACT]->(medium)
WITH medium, contact, coalesce(customer.id, '') + '|' + medium.id AS id
RETURN medium.id AS place, id, {} AS ends,
       medium {.*, id: id, mediumId: medium.id, preferred: contact.preferred} AS properties
