"""The tables of a library file, explained in the file itself for whoever opens it with another tool.

``docs/library-schema.md`` describes the same tables for people; a test keeps the two together.
A change here that an older program cannot read raises ``SCHEMA_VERSION`` and names, in
``NEEDS_PROGRAM``, the version of the program that can.
"""

SCHEMA_VERSION = 2  # 1 had the texts of a record in columns of their own, beside its canonical line
APPLICATION_ID = 0x50726F63  # "Proc", at byte 68 of the file
PAGE_SIZE = 4096
NUMBER_STEP = 16  # between the numbers of records, so that an update can put others between them
NEEDS_PROGRAM = "0.1.0"

# bm25 weights of the columns of record_search, in their order: title, keywords, summary, body, facets.
SEARCH_WEIGHTS = (5.0, 8.0, 3.0, 0.65, 1.0)

TABLES = (
    """
CREATE TABLE library (  -- facts about this library, such as its name, version and digest
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID
""",
    """
CREATE TABLE record (  -- every record, whatever its kind
    number INTEGER PRIMARY KEY,      -- its place when records of all kinds are listed, with room between
    id TEXT NOT NULL UNIQUE,         -- stable across releases, such as guidance/labels
    kind TEXT NOT NULL,              -- article, group, criterion, case, term, label, organisation, event
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    version INTEGER NOT NULL,        -- raised when the meaning changes
    updated TEXT NOT NULL,           -- date, such as 2026-11-23
    review_by TEXT NOT NULL,         -- date by which somebody must read it again
    confidence TEXT NOT NULL,        -- verified, listed or check
    confidence_note TEXT NOT NULL,
    section TEXT NOT NULL,           -- article: guidance, law, checklists; criterion: its part
    step TEXT NOT NULL,              -- article: the step of the work it belongs to
    detail TEXT NOT NULL,            -- what a list shows beside the title, such as code and levels
    product_groups TEXT NOT NULL,    -- ids with blanks between, the first is the main one; see record_group
    keywords TEXT NOT NULL,          -- further words to be found by: codes, other names, titles of groups
    hash TEXT NOT NULL,              -- SHA-256 of json, or of the line in original
    details TEXT NOT NULL,           -- what the details of its kind add to the text, a line each
    json TEXT NOT NULL               -- the whole record in its canonical form
)
""",
    """
CREATE TABLE record_group (  -- which product groups a record belongs to
    record_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    position INTEGER NOT NULL,       -- 0 is the main group
    PRIMARY KEY (group_id, record_id)
) WITHOUT ROWID
""",
    """
CREATE TABLE record_source (  -- where a record was read, or where it can be checked
    record_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    url TEXT NOT NULL,
    date TEXT NOT NULL,              -- of publication: year, month or day
    seen TEXT NOT NULL,              -- date on which somebody read it; empty: nobody has
    PRIMARY KEY (record_id, position)
) WITHOUT ROWID
""",
    """
CREATE TABLE record_name (  -- names by which a group, term or criterion is meant exactly
    name TEXT NOT NULL,              -- stems, one blank between them
    record_id TEXT NOT NULL,
    PRIMARY KEY (name, record_id)
) WITHOUT ROWID
""",
    """
CREATE TABLE word (  -- the words of all texts, for completion and correction
    word TEXT PRIMARY KEY NOT NULL,  -- small letters, no accents
    stem TEXT NOT NULL,              -- as the index knows it
    records INTEGER NOT NULL,        -- in how many records it stands
    english INTEGER NOT NULL         -- in how many English texts; 0: it stands among translations alone
) WITHOUT ROWID
""",
    """
CREATE TABLE beginning (  -- where one to three letters lead, as they say too little to search for
    letters TEXT PRIMARY KEY NOT NULL,
    numbers TEXT NOT NULL            -- JSON list of records with a word in their title that begins so
) WITHOUT ROWID
""",
    """
CREATE TABLE meaning (  -- what people type, and what our texts say instead
    typed TEXT NOT NULL,             -- stems, one blank between them
    words TEXT NOT NULL,             -- what is looked for too; empty: see facet
    facet TEXT NOT NULL,             -- a word of the column facets that is looked for too
    why TEXT NOT NULL,               -- synonym, cpv, or the language of what is typed
    PRIMARY KEY (typed, words, facet)
) WITHOUT ROWID
""",
    """
CREATE TABLE facet (  -- what ranking and counting need, in a narrow table
    number INTEGER PRIMARY KEY,      -- as in record
    kind TEXT NOT NULL,
    updated TEXT NOT NULL,
    product_groups TEXT NOT NULL,    -- of a group, itself
    title TEXT NOT NULL              -- stems of the title
)
""",
    """
CREATE TABLE link (  -- which record points at which
    to_id TEXT NOT NULL,
    from_id TEXT NOT NULL,
    reason TEXT NOT NULL,            -- see_also, text, label, criterion or conflict
    PRIMARY KEY (to_id, from_id, reason)
) WITHOUT ROWID
""",
    """
CREATE TABLE criterion (  -- one row a criterion, with all its levels
    record_id TEXT PRIMARY KEY NOT NULL,
    group_id TEXT NOT NULL,
    part TEXT NOT NULL,              -- the part of the set; empty: it has no parts
    position INTEGER NOT NULL,       -- its place within the group: by part, kind and code
    code TEXT NOT NULL,              -- such as TS6; unique within group and part
    kind TEXT NOT NULL,              -- SM, SC, TS, AC or CPC
    origin TEXT NOT NULL,            -- eu, national, model or own
    levels TEXT NOT NULL,            -- the source's own words, lowest ambition first
    market_maturity TEXT NOT NULL,   -- common, growing, emerging or unknown
    burden INTEGER NOT NULL,         -- work for bidder and buyer: 1 easy to 3 heavy
    hotspot_stage TEXT NOT NULL,
    hotspot_impact TEXT NOT NULL
) WITHOUT ROWID
""",
    """
CREATE TABLE cpv (  -- codes of the Common Procurement Vocabulary that a record names
    code TEXT NOT NULL,              -- with check digit, such as 30213100-6
    record_id TEXT NOT NULL,
    PRIMARY KEY (code, record_id)
) WITHOUT ROWID
""",
    """
CREATE TABLE asset (  -- pictures
    path TEXT PRIMARY KEY NOT NULL,  -- as the text names it, such as pictures/cycle.svg
    media_type TEXT NOT NULL,
    hash TEXT NOT NULL,              -- SHA-256 of its line in a pack
    data BLOB NOT NULL
)
""",
    """
CREATE TABLE synonym (  -- lists of words that mean the same, of which `meaning` is made
    position INTEGER PRIMARY KEY,
    words TEXT NOT NULL              -- JSON list
)
""",
    """
CREATE TABLE original (  -- records whose HTML was not as it is allowed, as they were published
    record_id TEXT PRIMARY KEY NOT NULL,
    line TEXT NOT NULL               -- JSON; the hash in record is of this
) WITHOUT ROWID
""",
)

SEARCH_INDEX = """
CREATE VIRTUAL TABLE record_search USING fts5 (
    title, keywords, summary, body, facets,
    content='', tokenize="unicode61 remove_diacritics 0 tokenchars '_'", prefix='2 3'
)
"""

# The program reads texts from `record.json` itself: in the files of others it lets no view or column compute.
TEXTS = """
CREATE VIEW record_text AS  -- the texts of every record, for whoever reads the file with another tool
SELECT number, id, title, keywords, summary, html,
    text || iif(text = '' OR details = '', '', char(10)) || details AS body  -- as the index takes it
FROM (
    SELECT *, coalesce(json_extract(json, '$.html'), '') AS html,
        coalesce(json_extract(json, '$.text'), '') AS text
    FROM record
)
"""

INDEXES = (
    "CREATE INDEX record_hashes ON record (id, hash)",  # the digest is made of these alone
    "CREATE INDEX word_by_stem ON word (stem, records)",
    "CREATE INDEX record_by_kind ON record (kind, number)",
    "CREATE INDEX criterion_by_group ON criterion (group_id, position)",
)

# What `open` expects to find; a file without one of them is no library.
TABLE_NAMES = (
    "library",
    "record",
    "record_group",
    "record_source",
    "record_name",
    "word",
    "beginning",
    "meaning",
    "facet",
    "link",
    "criterion",
    "cpv",
    "asset",
    "synonym",
    "original",
    "record_search",
)
