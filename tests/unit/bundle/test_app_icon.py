"""The icon of Windows and macOS: the right sizes in containers that their own tools read."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import app_icon

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    '<rect width="64" height="32" fill="#c00"/></svg>'
)


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    drawing = tmp_path / "app.svg"
    drawing.write_text(DRAWING)
    return app_icon.make(drawing, tmp_path / "icons")


def test_qt_reads_every_size_back_the_right_way_up(made: tuple[Path, Path]) -> None:
    data = made[0].read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, len(app_icon.ICO_SIZES))
    for number, size in enumerate(app_icon.ICO_SIZES):
        side, _, _, _, _, bits, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert (side or 256, bits) == (size, 32)
        alone = struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, length, 22)
        image = QImage.fromData(alone + data[at : at + length])
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, 1).red() > 180
        assert image.pixelColor(size // 2, size - 2).alpha() == 0


@pytest.mark.external("icotool")
@pytest.mark.skipif(shutil.which("icotool") is None, reason="icoutils is not installed")
def test_other_tools_read_the_ico(made: tuple[Path, Path]) -> None:
    told = subprocess.run(["icotool", "--list", made[0]], capture_output=True, text=True, check=True).stdout
    assert [
        f"--width={size} " in line for size, line in zip(app_icon.ICO_SIZES, told.splitlines(), strict=True)
    ]
    assert "--width=256 --height=256 --bit-depth=32" in told


@pytest.mark.external("icns2png")
@pytest.mark.skipif(shutil.which("icns2png") is None, reason="icnsutils is not installed")
def test_other_tools_read_the_icns(made: tuple[Path, Path]) -> None:
    told = subprocess.run(["icns2png", "-l", made[1]], capture_output=True, text=True, check=True).stdout
    for size in ("256x256", "512x512", "1024x1024"):  # it is older than the other kinds
        assert f"{size} 32-bit icon" in told
    assert f"{len(app_icon.ICNS_TYPES)} elements total found" in told


def test_the_icns_holds_each_size_as_a_png(made: tuple[Path, Path]) -> None:
    data = made[1].read_bytes()
    assert struct.unpack(">4sI", data[:8]) == (b"icns", len(data))
    at, found = 8, {}
    while at < len(data):
        kind, length = struct.unpack_from(">4sI", data, at)
        found[kind] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == app_icon.ICNS_TYPES


@pytest.mark.qt_log_ignore("Cannot read file")
def test_what_is_no_drawing_is_told(tmp_path: Path) -> None:
    (tmp_path / "app.svg").write_text("no drawing")
    with pytest.raises(SystemExit, match="no drawing of the program's icon"):
        app_icon.make(tmp_path / "app.svg", tmp_path)
