"""Other search engines on the same texts: `peers.py ENGINE TEXTS QUERIES INDEX` prints times as JSON.

Needs nothing of the program, so that it runs under whatever Python has the engine. Each engine has its title
weighed above its text, all words required, the last one as a prefix, and gives its first fifty hits:

- "numbers alone": which records they are;
- "with titles": what a list shows of each too (id, kind, title, group, its title, detail, date), as our own
  search gives it; the engine has it stored beside the index, and Python makes a tuple of it;
- "and meanings": Xapian alone, with its own means: other words that mean the same are looked for too (as far
  as they are single words), and where nothing is found the words are corrected and looked for again.

What our search does beyond that, such as weighing words side by side or saying why a record matches, nobody
else does here.
"""

import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

LIMIT = 50
WORD = re.compile(r"\w+")
Search = Callable[[str], object]


class Shown(NamedTuple):
    """What a list shows of a record."""

    id: str
    kind: str
    title: str
    group: str
    group_title: str
    detail: str
    updated: str


def rows(texts: Path) -> Iterable[list[str]]:
    """Give title, keywords, summary, body and what a list shows (with tabs between) of each record."""
    with texts.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def words_of(query: str) -> list[str]:
    """Split a query into small words."""
    return [word.lower() for word in WORD.findall(query)]


def fts5(texts: Path, index: Path) -> dict[str, Search]:
    """SQLite FTS5 as it comes, with a prefix index."""
    new = not index.exists()
    connection = sqlite3.connect(index)
    if new:
        connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5 (title, keywords, summary, body, prefix='2 3', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("CREATE TABLE shown (number INTEGER PRIMARY KEY, shown TEXT)")
        for row in rows(texts):
            connection.execute("INSERT INTO t VALUES (?, ?, ?, ?)", row[:4])
            connection.execute("INSERT INTO shown (shown) VALUES (?)", row[4:])
        connection.execute("INSERT INTO t (t) VALUES ('optimize')")
        connection.commit()
    best = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 8, 5, 3, 1) LIMIT ?"

    def asked(sql: str, query: str) -> list[tuple[str, ...]]:
        words = [f'"{word}"' for word in words_of(query)]
        return connection.execute(sql, (" AND ".join(words) + " *", LIMIT)).fetchall() if words else []

    def shown(query: str) -> object:
        sql = f"SELECT shown FROM ({best}) AS best CROSS JOIN shown ON number = best.rowid"  # noqa: S608
        return [Shown(*row[0].split("\t")) for row in asked(sql, query)]

    return {"numbers alone": lambda query: asked(best, query), "with titles": shown}


def xapian(texts: Path, index: Path) -> dict[str, Search]:
    """Xapian with stems and its own expansion of the last word."""
    import xapian as engine  # type: ignore[import-not-found]  # not of this project

    stem = engine.Stem("en")
    if not index.exists():
        database = engine.WritableDatabase(str(index), engine.DB_CREATE_OR_OPEN)
        made = engine.TermGenerator()
        made.set_stemmer(stem)
        made.set_database(database)
        made.set_flags(engine.TermGenerator.FLAG_SPELLING)
        for number, (title, keywords, summary, body, shown) in enumerate(rows(texts), start=1):
            document = engine.Document()
            made.set_document(document)
            made.index_text(title, 8)
            made.index_text(keywords, 5)
            made.index_text(summary, 3)
            made.index_text(body, 1)
            document.set_data(shown)
            database.replace_document(number, document)
        for typed, words in json.loads(texts.with_suffix(".meanings").read_text(encoding="utf-8")):
            if " " not in typed and " " not in words:
                database.add_synonym(f"Z{typed}", "Z" + stem(words.lower()).decode())
        database.commit()
        database.close()
    database = engine.Database(str(index))
    parser = engine.QueryParser()
    parser.set_database(database)
    parser.set_stemmer(stem)
    parser.set_stemming_strategy(engine.QueryParser.STEM_SOME)
    parser.set_default_op(engine.Query.OP_AND)
    partial = engine.QueryParser.FLAG_PARTIAL
    meaning = (
        partial
        | engine.QueryParser.FLAG_AUTO_SYNONYMS
        | engine.QueryParser.FLAG_AUTO_MULTIWORD_SYNONYMS
        | engine.QueryParser.FLAG_SPELLING_CORRECTION
    )

    def matches(words: str, flags: int) -> Iterable[Any]:
        enquire = engine.Enquire(database)
        enquire.set_query(parser.parse_query(words, flags))
        return enquire.get_mset(0, LIMIT)  # type: ignore[no-any-return]  # a sequence of the engine

    def shown_of(found: Iterable[Any]) -> list[Shown]:
        return [Shown(*match.document.get_data().decode().split("\t")) for match in found]

    def meant(query: str) -> object:
        found = shown_of(matches(" ".join(words_of(query)), meaning))
        corrected = parser.get_corrected_query_string().decode()
        return shown_of(matches(corrected, meaning)) if corrected and not found else found

    return {
        "numbers alone": lambda query: [match.docid for match in matches(" ".join(words_of(query)), partial)],
        "with titles": lambda query: shown_of(matches(" ".join(words_of(query)), partial)),
        "and meanings": meant,
    }


def tantivy(texts: Path, index: Path) -> dict[str, Search]:
    """Tantivy with stems; the last word as an expression over its terms."""
    import tantivy as engine  # type: ignore[import-not-found]  # not of this project

    builder = engine.SchemaBuilder()
    for name in ("title", "keywords", "summary", "body"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    builder.add_text_field("shown", stored=True, tokenizer_name="raw", index_option="basic")
    schema = builder.build()
    new = not index.exists()
    index.mkdir(exist_ok=True)
    found = engine.Index(schema, path=str(index))
    if new:
        writer = found.writer(heap_size=200_000_000)
        for title, keywords, summary, body, shown in rows(texts):
            writer.add_document(
                engine.Document(title=title, keywords=keywords, summary=summary, body=body, shown=shown)
            )
        writer.commit()
        writer.wait_merging_threads()
    found.reload()
    searcher = found.searcher()
    boosts = {"title": 8.0, "keywords": 5.0, "summary": 3.0, "body": 1.0}

    def search(query: str) -> list[tuple[Any, Any]]:
        words = words_of(query)
        if not words:
            return []
        parts = []
        if len(words) > 1:
            parts.append(
                (
                    engine.Occur.Must,
                    found.parse_query(
                        " ".join(f"+{word}" for word in words[:-1]),
                        field_boosts=boosts,
                        default_field_names=list(boosts),
                    ),
                )
            )
        last = [
            (engine.Occur.Should, engine.Query.regex_query(schema, name, re.escape(words[-1]) + ".*"))
            for name in boosts
        ]
        parts.append((engine.Occur.Must, engine.Query.boolean_query(last)))
        hits: list[tuple[Any, Any]] = searcher.search(engine.Query.boolean_query(parts), LIMIT).hits
        return hits

    return {
        "numbers alone": search,
        "with titles": lambda query: [
            Shown(*searcher.doc(address)["shown"][0].split("\t")) for _, address in search(query)
        ],
    }


def main() -> None:
    """Build where there is no index, then time each query once for each thing the engine can give."""
    engine, texts, queries, index = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    started = time.perf_counter()
    searches = {"fts5": fts5, "xapian": xapian, "tantivy": tantivy}[engine](texts, index)
    built = time.perf_counter() - started
    typed = json.loads(queries.read_text(encoding="utf-8"))
    figures = {}
    for name, search in searches.items():
        search(typed[0])
        times, used = [], []
        for query in typed:
            begun, before = time.perf_counter(), time.process_time()
            search(query)
            times.append((time.perf_counter() - begun) * 1000)
            used.append((time.process_time() - before) * 1000)
        figures[name] = {"times": times, "used": used}
    files = [index] if index.is_file() else [file for file in index.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    json.dump({"figures": figures, "index": size, "built": built}, sys.stdout)


if __name__ == "__main__":
    main()
