-- The record, version 1. docs/formats/record.md explains it. Statements end with a semicolon at the end of a line.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  doc_id TEXT NOT NULL,
  current INTEGER NOT NULL DEFAULT 1,
  publisher TEXT,
  title TEXT,
  published TEXT,
  reading TEXT NOT NULL,
  UNIQUE (article_id, printed_by)
);
CREATE INDEX document_doc_id ON document (doc_id, current);
CREATE INDEX document_published ON document (published, doc_id);
CREATE TABLE words (
  document INTEGER NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (document, start, "end")
) WITHOUT ROWID;
CREATE TABLE left_out (
  doc_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (doc_id, reason)
);
CREATE TABLE merged (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  readings_hash TEXT NOT NULL
);
CREATE TABLE story (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL
);
CREATE VIRTUAL TABLE text_index USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE claim_index USING fts5 (story UNINDEXED, claim UNINDEXED, summary, words, tokenize = "unicode61 remove_diacritics 2");
CREATE VIEW articles AS
  SELECT doc_id, article_id, publisher, title, published,
    reading ->> '$.article.url' AS url,
    reading ->> '$.article.language' AS language,
    reading -> '$.article.wire' AS wire,
    reading ->> '$.article.text' AS text
  FROM document WHERE current = 1;
CREATE VIEW entities AS
  SELECT d.doc_id, e.value ->> 'id' AS id, e.value ->> 'name' AS name, e.value ->> 'kind' AS kind,
    e.value ->> 'country' AS country, e.value ->> 'sector' AS sector, e.value ->> 'role' AS role,
    e.value ->> 'qid' AS qid, json_array_length(e.value, '$.mentions') AS mentions
  FROM document d, json_each(d.reading, '$.entities') e WHERE d.current = 1;
CREATE VIEW attributions AS
  SELECT d.doc_id, a.value ->> 'id' AS id,
    (SELECT group_concat(w.words, ' … ') FROM json_each(a.value, '$.source.spans') s JOIN words w
      ON w.document = d.id AND w.start = s.value ->> 0 AND w."end" = s.value ->> 1) AS source,
    a.value ->> '$.source.kind' AS source_kind,
    (SELECT e.value ->> 'name' FROM json_each(d.reading, '$.entities') e
      WHERE e.value ->> 'id' = a.value ->> '$.source.entity') AS entity,
    (SELECT group_concat(w.words, ' … ') FROM json_each(a.value, '$.cue') s JOIN words w
      ON w.document = d.id AND w.start = s.value ->> 0 AND w."end" = s.value ->> 1) AS cue,
    (SELECT group_concat(w.words, ' … ') FROM json_each(a.value, '$.content') s JOIN words w
      ON w.document = d.id AND w.start = s.value ->> 0 AND w."end" = s.value ->> 1) AS content,
    a.value ->> 'inside' AS inside, a.value ->> 'speech' AS speech, a.value ->> 'stance' AS stance,
    a.value ->> 'medium' AS medium,
    a.value ->> '$.cue[0][0]' AS start
  FROM document d, json_each(d.reading, '$.attributions') a WHERE d.current = 1;
CREATE VIEW events AS
  SELECT d.doc_id, v.value ->> 'id' AS id, t.words AS trigger_words, x.words AS extent,
    v.value ->> 'type' AS type, v.value ->> 'mode' AS mode, v.value ->> 'quad' AS quad,
    (SELECT group_concat(e.value ->> 'name', '; ') FROM json_each(v.value, '$.actors') i
      JOIN json_each(d.reading, '$.entities') e ON e.value ->> 'id' = i.value) AS actors,
    (SELECT group_concat(e.value ->> 'name', '; ') FROM json_each(v.value, '$.recipients') i
      JOIN json_each(d.reading, '$.entities') e ON e.value ->> 'id' = i.value) AS recipients,
    (SELECT m.value ->> 'edtf' FROM json_each(d.reading, '$.timexes') m
      WHERE m.value ->> 'id' = v.value ->> 'when') AS "when",
    (SELECT p.value ->> 'name' FROM json_each(d.reading, '$.places') p
      WHERE p.value ->> 'id' = v.value ->> 'where') AS "where",
    v.value ->> '$.factuality.status' AS status, v.value ->> '$.factuality.polarity' AS polarity,
    v.value ->> '$.factuality.certainty' AS certainty, v.value ->> 'background' AS background,
    v.value -> 'said' AS said, v.value ->> 'decidedBy' AS decided_by, v.value ->> 'confidence' AS confidence,
    v.value ->> '$.trigger[0]' AS start
  FROM document d, json_each(d.reading, '$.events') v
    LEFT JOIN words t ON t.document = d.id AND t.start = v.value ->> '$.trigger[0]' AND t."end" = v.value ->> '$.trigger[1]'
    LEFT JOIN words x ON x.document = d.id AND x.start = v.value ->> '$.extent[0]' AND x."end" = v.value ->> '$.extent[1]'
  WHERE d.current = 1;
CREATE VIEW figures AS
  SELECT d.doc_id, f.value ->> 'id' AS id, w.words AS words, f.value ->> 'low' AS low, f.value ->> 'high' AS high,
    f.value ->> 'approximate' AS approximate, f.value ->> 'unit' AS unit, f.value ->> 'measure' AS measure,
    f.value ->> 'event' AS event, f.value -> 'said' AS said, f.value ->> '$.span[0]' AS start
  FROM document d, json_each(d.reading, '$.figures') f
    LEFT JOIN words w ON w.document = d.id AND w.start = f.value ->> '$.span[0]' AND w."end" = f.value ->> '$.span[1]'
  WHERE d.current = 1;
CREATE VIEW timexes AS
  SELECT d.doc_id, t.value ->> 'id' AS id, w.words AS words, t.value ->> 'type' AS type, t.value ->> 'value' AS value,
    t.value ->> 'edtf' AS edtf, t.value ->> 'anchor' AS anchor, t.value ->> '$.span[0]' AS start
  FROM document d, json_each(d.reading, '$.timexes') t
    LEFT JOIN words w ON w.document = d.id AND w.start = t.value ->> '$.span[0]' AND w."end" = t.value ->> '$.span[1]'
  WHERE d.current = 1;
CREATE VIEW places AS
  SELECT d.doc_id, p.value ->> 'id' AS id, p.value ->> 'name' AS name, p.value ->> 'country' AS country,
    p.value ->> 'admin1' AS admin1, p.value ->> 'lat' AS latitude, p.value ->> 'lon' AS longitude,
    p.value ->> 'geonames' AS geonames, p.value ->> '$.span[0]' AS start
  FROM document d, json_each(d.reading, '$.places') p WHERE d.current = 1;
CREATE VIEW stories AS
  SELECT s.id, s.story ->> 'title' AS title, s.story ->> 'from' AS "from", s.story ->> 'to' AS "to",
    json_array_length(s.story, '$.docs') AS reports, json_array_length(s.story, '$.claims') AS claims
  FROM story s ORDER BY s.position;
CREATE VIEW claims AS
  SELECT s.id AS story, c.value ->> 'id' AS id, c.value ->> 'summary' AS summary, c.value ->> 'status' AS status,
    c.value ->> '$.event.type' AS type, c.value ->> '$.event.when' AS "when",
    json_array_length(c.value, '$.reports') AS reports, c.value ->> 'outlets' AS outlets,
    c.value ->> '$.independent.count' AS independent, c.value ->> '$.independent.established' AS established,
    c.value ->> '$.independent.why' AS why, json_array_length(c.value, '$.denials') AS denials
  FROM story s, json_each(s.story, '$.claims') c ORDER BY s.position;
