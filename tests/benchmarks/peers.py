"""Other search engines on the same texts: `peers.py ENGINE TEXTS QUERIES INDEX` prints times as JSON.

Needs nothing of the program, so that it runs under whatever Python has the engine. Each engine has its title
weighed above its text, all words required, the last one as a prefix, and gives its first fifty hits.
"""

import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

LIMIT = 50
WORD = re.compile(r"\w+")


def rows(texts: Path) -> Iterable[list[str]]:
    """Give title, keywords, summary and body of each record."""
    with texts.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def words_of(query: str) -> list[str]:
    """Split a query into small words."""
    return [word.lower() for word in WORD.findall(query)]


def fts5(texts: Path, index: Path) -> Callable[[str], object]:
    """SQLite FTS5 as it comes, with a prefix index."""
    new = not index.exists()
    connection = sqlite3.connect(index)
    if new:
        connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5 (title, keywords, summary, body, prefix='2 3', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", rows(texts))
        connection.execute("INSERT INTO t (t) VALUES ('optimize')")
        connection.commit()

    def search(query: str) -> object:
        words = [f'"{word}"' for word in words_of(query)]
        if not words:
            return []
        return connection.execute(
            "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 8, 5, 3, 1) LIMIT ?",
            (" AND ".join(words) + " *", LIMIT),
        ).fetchall()

    return search


def xapian(texts: Path, index: Path) -> Callable[[str], object]:
    """Xapian with stems and its own expansion of the last word."""
    import xapian as engine  # type: ignore[import-not-found]  # not of this project

    if not index.exists():
        database = engine.WritableDatabase(str(index), engine.DB_CREATE_OR_OPEN)
        made = engine.TermGenerator()
        made.set_stemmer(engine.Stem("en"))
        for number, (title, keywords, summary, body) in enumerate(rows(texts), start=1):
            document = engine.Document()
            made.set_document(document)
            made.index_text(title, 8)
            made.index_text(keywords, 5)
            made.index_text(summary, 3)
            made.index_text(body, 1)
            database.replace_document(number, document)
        database.commit()
        database.close()
    database = engine.Database(str(index))
    parser = engine.QueryParser()
    parser.set_database(database)
    parser.set_stemmer(engine.Stem("en"))
    parser.set_stemming_strategy(engine.QueryParser.STEM_SOME)
    parser.set_default_op(engine.Query.OP_AND)

    def search(query: str) -> object:
        flags = engine.QueryParser.FLAG_PARTIAL
        enquire = engine.Enquire(database)
        enquire.set_query(parser.parse_query(" ".join(words_of(query)), flags))
        return [match.docid for match in enquire.get_mset(0, LIMIT)]

    return search


def tantivy(texts: Path, index: Path) -> Callable[[str], object]:
    """Tantivy with stems; the last word as an expression over its terms."""
    import tantivy as engine  # type: ignore[import-not-found]  # not of this project

    builder = engine.SchemaBuilder()
    for name in ("title", "keywords", "summary", "body"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    schema = builder.build()
    new = not index.exists()
    index.mkdir(exist_ok=True)
    found = engine.Index(schema, path=str(index))
    if new:
        writer = found.writer(heap_size=200_000_000)
        for title, keywords, summary, body in rows(texts):
            writer.add_document(engine.Document(title=title, keywords=keywords, summary=summary, body=body))
        writer.commit()
        writer.wait_merging_threads()
    found.reload()
    searcher = found.searcher()
    boosts = {"title": 8.0, "keywords": 5.0, "summary": 3.0, "body": 1.0}

    def search(query: str) -> object:
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
        return searcher.search(engine.Query.boolean_query(parts), LIMIT).hits

    return search


def main() -> None:
    """Build where there is no index, then time each query once."""
    engine, texts, queries, index = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    started = time.perf_counter()
    search = {"fts5": fts5, "xapian": xapian, "tantivy": tantivy}[engine](texts, index)
    built = time.perf_counter() - started
    typed = json.loads(queries.read_text(encoding="utf-8"))
    search(typed[0])
    times = []
    for query in typed:
        begun = time.perf_counter()
        search(query)
        times.append((time.perf_counter() - begun) * 1000)
    files = [index] if index.is_file() else [file for file in index.rglob("*") if file.is_file()]
    json.dump(
        {"times": times, "index": sum(file.stat().st_size for file in files), "built": built}, sys.stdout
    )


if __name__ == "__main__":
    main()
