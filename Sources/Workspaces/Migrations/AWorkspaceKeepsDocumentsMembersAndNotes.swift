extension Migration {
  /// Version 1.
  static let aWorkspaceKeepsDocumentsMembersAndNotes = Migration(
    sentence: "A workspace keeps documents, members and notes",
    sql: """
      -- About the file itself: its first name (which sealed notes are bound to), when and by what it was made.
      CREATE TABLE about (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- Who is, or was, in. A member who left stays, because the history names them.
      CREATE TABLE member (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('viewer', 'contributor', 'editor', 'owner')),
        joined INTEGER NOT NULL,
        departed INTEGER
      ) STRICT, WITHOUT ROWID;

      -- What opens the workspace: a device's cookie, a link to join, a link to recover; or, in a file that was taken
      -- elsewhere, a recovery link that opens its member's notes and nothing else ('key'). Only hashes of secrets.
      CREATE TABLE entrance (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 16),
        kind TEXT NOT NULL CHECK (kind IN ('device', 'join', 'recovery', 'key')),
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        member TEXT REFERENCES member (id) ON DELETE CASCADE,
        role TEXT CHECK (role IN ('viewer', 'contributor', 'editor', 'owner')),
        label TEXT NOT NULL,
        made INTEGER NOT NULL,
        expires INTEGER,
        seen INTEGER,
        CHECK ((kind = 'join') = (member IS NULL)),
        CHECK ((kind = 'join') = (role IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entrance_member ON entrance (member);

      -- A member's key to their notes, wrapped once for every secret of theirs.
      CREATE TABLE note_key (
        entrance TEXT NOT NULL PRIMARY KEY REFERENCES entrance (id) ON DELETE CASCADE,
        wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)
      ) STRICT, WITHOUT ROWID;

      -- Private notes: sealed, without revisions, times or order.
      CREATE TABLE note (
        member TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
        collection TEXT NOT NULL,
        id TEXT NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (member, collection, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE document (
        key INTEGER PRIMARY KEY,
        collection TEXT NOT NULL CHECK (collection <> ''),
        id TEXT NOT NULL CHECK (id <> ''),
        revision INTEGER NOT NULL CHECK (revision > 0),
        author TEXT NOT NULL REFERENCES member (id),
        UNIQUE (collection, id),
        FOREIGN KEY (key, revision) REFERENCES revision (document, number) DEFERRABLE INITIALLY DEFERRED
      ) STRICT;

      -- Every state of every document, as JSON (not checked here: a connection that does not trust the schema, as ours, may
      -- not call json_valid in it); no content means that it was deleted. `entry` is the first of the saves that
      -- count as one revision (itself, once they were made one), `began` its time; `before` is the state that an undo goes back to (none: not yet made).
      CREATE TABLE revision (
        document INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        entry INTEGER NOT NULL CHECK (entry <= number),
        began INTEGER NOT NULL,
        before INTEGER CHECK (before < number),
        kind TEXT NOT NULL CHECK (kind IN ('created', 'edited', 'deleted', 'restored', 'undone')),
        shape INTEGER NOT NULL CHECK (shape > 0),
        content TEXT,
        author TEXT NOT NULL REFERENCES member (id),
        at INTEGER NOT NULL,
        UNIQUE (document, number)
      ) STRICT;
      CREATE INDEX revision_before ON revision (document, before) WHERE before IS NOT NULL;
      CREATE INDEX revision_unsettled ON revision (document, entry) WHERE number > entry;

      -- Counts for each period of a measure, not rows of patients.
      CREATE TABLE observation (
        series TEXT NOT NULL CHECK (series <> ''),
        date TEXT NOT NULL CHECK (date <> ''),
        strata TEXT NOT NULL,
        numerator REAL NOT NULL,
        denominator REAL,
        author TEXT NOT NULL REFERENCES member (id),
        at INTEGER NOT NULL,
        PRIMARY KEY (series, date, strata)
      ) STRICT, WITHOUT ROWID;

      -- Copies made of this file, so that deleting for good can say where older words may still be.
      CREATE TABLE copy (
        made INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('export', 'backup')),
        place TEXT NOT NULL
      ) STRICT;

      CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');
      """)
}
