"""Which kind of disk a folder is on."""

import sys
from pathlib import Path

import pytest

from procura_desktop.workspace import disks
from procura_desktop.workspace.disks import Mount, kind_among, kind_of, read_macos_mounts, read_mounts

MOUNTINFO = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 0:26 / /home rw,relatime shared:2 - nfs4 files:/home rw,vers=4.2
31 22 0:44 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw
32 22 8:17 / /media/anna/My\\040stick rw,nosuid - vfat /dev/sdb1 rw
33 22 0:50 / /mnt/sshfs rw - fuse.sshfs anna@host: rw
34 30 0:51 / /home/local rw - tmpfs tmpfs rw
35 22 0:52 / /over rw - ext4 /dev/sda3 rw
36 22 0:53 / /over rw - cifs //files/over rw
"""


@pytest.mark.skipif("sys.platform == 'win32'", reason="paths of Linux")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/lib/procura", "local"),
        ("/home/anna/.local/share", "network"),
        ("/homeless", "local"),
        ("/home/local/anna", "local"),
        ("/run/user/1000/gvfs/smb-share", "network"),
        ("/media/anna/My stick/Procura", "removable"),
        ("/mnt/sshfs/x", "network"),
        ("/over/there", "network"),
    ],
)
def test_the_kind_is_that_of_the_nearest_and_latest_mount(folder: str, kind: str) -> None:
    assert kind_among(read_mounts(MOUNTINFO), Path(folder)) == kind


def test_lines_that_make_no_sense_are_passed_over() -> None:
    assert read_mounts("nonsense\n\n22 1 8:2 - ext4\n") == []
    assert kind_among([], Path("/")) == "local"


@pytest.mark.skipif("sys.platform == 'win32'", reason="paths of macOS")
def test_what_macos_prints() -> None:
    said = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//anna@files/share on /Volumes/share (one) (smbfs, nodev, nosuid, mounted by anna)\n"
        "/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev)\n"
    )
    mounts = read_macos_mounts(said)

    assert mounts[1] == Mount("/Volumes/share (one)", "smbfs", "")
    assert kind_among(mounts, Path("/Volumes/share (one)/x")) == "network"
    assert kind_among(mounts, Path("/Volumes/STICK/x")) == "removable"
    assert kind_among(mounts, Path("/Users/anna")) == "local"


@pytest.mark.skipif("sys.platform != 'linux'", reason="the kernel's tree of devices")
@pytest.mark.parametrize(
    ("said", "place", "kind"),
    [("0", "pci0/ata1", "local"), ("1", "pci0/ata1", "removable"), ("0", "pci0/usb2", "removable")],
)
def test_a_disk_that_comes_off_is_removable_whatever_is_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, place: str, kind: str
) -> None:
    disk = tmp_path / "devices" / place / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text(f"{said}\n", encoding="ascii")
    (tmp_path / "block").mkdir()
    (tmp_path / "block" / "8:17").symlink_to(disk / "sdb1")
    monkeypatch.setattr(disks, "_BLOCKS", tmp_path / "block")

    assert kind_among([Mount("/", "ext4", "8:17")], Path("/media/x")) == kind


@pytest.mark.skipif("sys.platform != 'linux'", reason="/proc")
def test_a_folder_that_is_not_there_yet_is_where_its_parent_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "mountinfo"
    listed.write_text(f"1 0 8:1 / / rw - ext4 x rw\n2 1 0:9 / {tmp_path} rw - nfs x rw\n", encoding="ascii")
    monkeypatch.setattr(disks, "_MOUNTS", listed)
    (tmp_path / "link").symlink_to("/usr")

    assert kind_of(tmp_path / "a" / "b") == "network"
    assert kind_of(tmp_path / "link" / "not there") == "local"


def test_this_computer_answers(tmp_path: Path) -> None:
    assert kind_of(tmp_path) in ("local", "network", "removable")
    assert sys.platform != "linux" or disks._linux_mounts()  # noqa: SLF001 - that the kernel's list is read
