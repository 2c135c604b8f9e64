UNWIND $rows AS row
MATCH (:Tag {id: 'tag:' + row.properties.tag})
RETURN row.id AS id
