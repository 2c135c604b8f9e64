UNWIND $tags AS declared
MERGE (tag:Tag {id: declared.id})
WITH tag, declared
WHERE coalesce(tag {.id, .key, .category, .kind, .nameZhHant, .nameZhHans, .nameEn} <> declared, true)
SET tag = declared, tag.updatedAt = $at
RETURN count(*) AS changed
