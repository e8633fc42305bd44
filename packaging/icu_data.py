"""Cuts the data of ICU, a quarter of the bundle, to what Qt asks of it: sorting, time zones, small codecs.

Qt has its own data for words of languages, numbers, dates and line breaks; what stays here is proved to give
the same answers as the whole (`compare`). Only binutils and Debian's icu-devtools are needed; on other
systems the data stays whole.

    python packaging/icu_data.py compare dist/procura-desktop
"""

import functools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PREFIX = "libicudata.so."
LARGEST_CODEC = 20_000  # bytes; those of Chinese, Japanese and Korean are larger, and files are UTF-8
KEPT = (
    "root pool res_index supplementalData likelySubtags zoneinfo64 timezoneTypes metaZones windowsZones "
    "numberingSystems keyTypeData plurals pluralRanges langInfo dayPeriods grammaticalFeatures genderList "
    "tzdbNames currencyNumericCodes icustd icuver"
)
LOCALES = (
    "C en_GB de_DE de_AT fr_FR fr_CA es_ES nl_NL pt_PT sv_SE da_DK fi_FI cs_CZ sk_SK hu_HU hr_HR tr_TR pl_PL "
    "lt_LT lv_LV et_EE ro_RO bg_BG ru_RU el_GR ja_JP zh_CN ko_KR"
)
WORDS = (
    "zebra Zürich äpfel apfel Öl ol école ecole cote côte coté ñandú nandu ll lj ch csárda ß ss æther aether "
    "åre are 2 10 Straße strasse İzmir izmir Žluť zlut őr or ķer lietus 日本 中国 한국 юг Ёлка ель άλφα αλφα"
)
ZONES = ("Europe/Brussels", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")
CODECS = (
    "utf-8 utf-16 iso-8859-1 iso-8859-2 iso-8859-7 iso-8859-15 windows-1250 windows-1251 windows-1252 koi8-r"
)


def cut(library: Path, into: Path) -> Path | None:
    """Make a smaller library of the same name in a folder; None where the tools are missing.

    Raises:
        subprocess.CalledProcessError: a tool failed; it has said why.
    """
    icupkg = shutil.which("icupkg", path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin")
    if icupkg is None or not all(map(shutil.which, ("objcopy", "ld", "readelf"))):
        return None
    into.mkdir(parents=True, exist_ok=True)
    major = library.name.removeprefix(PREFIX)
    package = f"icudt{major}l.dat"  # its name stands before every name in it, so it must stay the same
    whole = into / "whole" / package
    small = into / "small" / package
    for folder in (whole.parent, small.parent):
        folder.mkdir(exist_ok=True)
    whole.write_bytes(_data_in(library, f"icudt{major}_dat"))
    _remove(icupkg, whole, small)
    return _linked(small, into, symbol=f"icudt{major}_dat", name=library.name)


def is_kept(name: str, size: int) -> bool:
    """Say whether an item of the package stays, by its name and its size in bytes."""
    folder, _, file = name.rpartition("/")
    stem, _, ending = file.rpartition(".")
    if folder:
        return folder == "coll"
    if ending == "cnv":
        return size < LARGEST_CODEC
    return ending in ("icu", "nrm", "spp") or stem in KEPT.split()


def _data_in(library: Path, symbol: str) -> bytes:
    table = _run("readelf", "--wide", "--dyn-syms", str(library))
    found = re.search(
        rf"([0-9a-f]+)\s+(0x[0-9a-f]+|\d+)\s+OBJECT\s+GLOBAL\s+DEFAULT\s+\d+\s+{symbol}$", table, re.M
    )
    if found is None:
        raise SystemExit(f"{library} has no {symbol}")
    start, size = int(found[1], 16), int(found[2], 0)  # address and place in the file are the same here
    return library.read_bytes()[start : start + size]


def _remove(icupkg: str, whole: Path, small: Path) -> None:
    """Take out what is not kept, and what needs something that is not."""
    items = whole.parent / "items"
    items.mkdir(exist_ok=True)
    _run(icupkg, "-d", str(items), "-x", "*", str(whole))
    names = _run(icupkg, "-l", str(whole)).split()
    unwanted = [name for name in names if not is_kept(name, (items / name).stat().st_size)]
    listed = whole.parent / "unwanted.txt"
    while True:
        listed.write_text("\n".join(unwanted) + "\n", encoding="utf-8")
        done = subprocess.run(  # noqa: S603 - our own words
            [icupkg, "-r", str(listed), str(whole), str(small)], capture_output=True, text=True, check=False
        )
        missing = re.findall(r"Item (\S+) depends on missing item", done.stderr)
        if not missing:
            done.check_returncode()
            return
        unwanted += missing


def _linked(data: Path, into: Path, *, symbol: str, name: str) -> Path:
    made, library = into / "data.o", into / name
    mangled = re.sub(r"\W", "_", data.name)
    subprocess.run(  # noqa: S603 - in the data's own folder, since objcopy makes a symbol of the path
        [
            *(_tool("objcopy"), "-I", "binary", "-O", "elf64-x86-64", "-B", "i386:x86-64"),
            *("--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
            *("--set-section-alignment", ".data=16", "--redefine-sym", f"_binary_{mangled}_start={symbol}"),
            *(data.name, str(made.absolute())),
        ],
        cwd=data.parent,
        check=True,
    )
    _run(
        "ld",
        "-shared",
        "-soname",
        name,
        "-z",
        "noexecstack",
        "--build-id=none",
        "-o",
        str(library),
        str(made),
    )
    return library


def _tool(name: str) -> str:
    return shutil.which(name) or name


def _run(*command: str) -> str:
    done = subprocess.run([_tool(command[0]), *command[1:]], capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


def answers() -> dict[str, object]:
    """Ask Qt what it asks ICU: how words sort, how letters change, when zones change, what codecs say."""
    from PySide6.QtCore import (
        QByteArray,
        QCollator,
        QDateTime,
        QLocale,
        QStringDecoder,
        QStringEncoder,
        QTimeZone,
    )

    found: dict[str, object] = {}
    for name in LOCALES.split():
        collator = QCollator(QLocale(name))
        collator.setNumericMode(True)
        found[name] = sorted(WORDS.split(), key=functools.cmp_to_key(collator.compare))
        found[f"{name} letters"] = [QLocale(name).toLower("IİÇẞ"), QLocale(name).toUpper("i\u0131ß")]
    for name in ZONES:
        zone = QTimeZone(QByteArray(name.encode()))
        moments = (QDateTime.fromSecsSinceEpoch(10**8 * at, QTimeZone.utc()) for at in range(24))
        found[name] = [zone.offsetFromUtc(moment) for moment in moments]
    for name in CODECS.split():
        decoder, encoder = QStringDecoder(name), QStringEncoder(name)
        found[f"codec {name}"] = [decoder.isValid(), encoder.isValid()]
    return found


def compare(bundle: Path) -> None:
    """Stop unless Qt gives the same answers over the bundle's data as over the whole.

    Raises:
        SystemExit: they differ, or the bundle's data was not used.
    """
    libraries = sorted(bundle.rglob(f"{PREFIX}*"))
    if not libraries:
        raise SystemExit(f"{bundle} holds no data of ICU")
    whole, small = (_answers_over(preloaded) for preloaded in ("", str(libraries[0].resolve())))
    different = sorted(name for name in whole if whole[name] != small.get(name))
    if different:
        raise SystemExit(f"the cut data of ICU gives other answers: {', '.join(different)}")
    sys.stdout.write(
        f"{libraries[0].name}: {libraries[0].stat().st_size / 1e6:.1f} MB, {len(whole)} same answers\n"
    )


def _answers_over(library: str) -> dict[str, object]:
    done = subprocess.run(  # noqa: S603 - this file
        [sys.executable, __file__, "answers"],
        env={**os.environ, "LD_PRELOAD": library},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, object] = json.loads(done.stdout)
    used = found.pop("used")
    if library and used != [library]:
        raise SystemExit(f"{library} was not used, but {used}")
    return found


def _main(command: str, *arguments: str) -> None:
    if command == "compare":
        compare(Path(arguments[0]))
        return
    found = answers()
    maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    found["used"] = sorted({line.split()[-1] for line in maps if PREFIX in line})
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(*sys.argv[1:])
