-- Version 2: when an article changed, which feeds are watched, which pages they list. Times are milliseconds since 1970.
CREATE TABLE revision (
  former INTEGER NOT NULL REFERENCES document (id),
  latter INTEGER NOT NULL REFERENCES document (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (latter, at)
) WITHOUT ROWID;
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  host TEXT NOT NULL,
  title TEXT,
  etag TEXT,
  last_modified TEXT,
  ttl INTEGER,
  due INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  ended TEXT
);
CREATE TABLE page (
  key TEXT PRIMARY KEY,
  address TEXT NOT NULL,
  host TEXT NOT NULL,
  feed TEXT NOT NULL,
  title TEXT,
  published TEXT,
  mark TEXT NOT NULL,
  doc_id TEXT,
  etag TEXT,
  last_modified TEXT,
  first_seen INTEGER NOT NULL,
  due INTEGER,
  tries INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX page_due ON page (due) WHERE due IS NOT NULL;
CREATE INDEX document_url ON document (reading ->> '$.article.url');
CREATE VIEW revisions AS
  SELECT l.doc_id, strftime('%Y-%m-%dT%H:%M:%SZ', r.at / 1000, 'unixepoch') AS at,
    f.article_id AS former_id, l.article_id AS article_id, f.title AS former_title, l.title AS title,
    f.reading ->> '$.article.text' AS former_text, l.reading ->> '$.article.text' AS text
  FROM revision r JOIN document f ON f.id = r.former JOIN document l ON l.id = r.latter;
CREATE VIEW victims AS
  SELECT d.doc_id, k.value ->> 'id' AS id, w.words AS words, k.value ->> 'measure' AS measure, k.value ->> 'entity' AS entity,
    k.value ->> 'event' AS event, k.value ->> '$.factuality.status' AS status, k.value ->> '$.factuality.polarity' AS polarity,
    k.value ->> '$.factuality.certainty' AS certainty, k.value -> 'said' AS said, k.value ->> '$.span[0]' AS start
  FROM document d, json_each(d.reading, '$.victims') k
    LEFT JOIN words w ON w.document = d.id AND w.start = k.value ->> '$.span[0]' AND w."end" = k.value ->> '$.span[1]'
  WHERE d.current = 1;
