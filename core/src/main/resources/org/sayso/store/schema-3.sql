-- Version 3: the list of feeds, or index of site maps, that a feed was found in.
ALTER TABLE feed ADD COLUMN listed_by TEXT;
