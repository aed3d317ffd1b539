"""Which folders are known to lie on a network share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulator.records.network import network_filesystem

TABLE = r"""
overlay / overlay rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sda1 /data ext4 rw 0 0
filer:/homes /homes nfs4 rw,vers=4.2 0 0
/dev/sda2 /homes/local ext4 rw 0 0
//filer/team /mnt/the\040team cifs rw 0 0
me@far:/ /mnt/far fuse.sshfs rw 0 0
/dev/sda3 /twice ext4 rw 0 0
filer:/twice /twice nfs rw 0 0
odd
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells in another way")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/somewhere/else", None),
        ("/data/coolhead", None),
        ("/homes", "nfs4"),
        ("/homes/ann/data", "nfs4"),
        ("/homes/local/ann", None),
        ("/homestead", None),
        ("/mnt/the team/records", "cifs"),
        ("/mnt/far/records", "fuse.sshfs"),
        ("/twice", "nfs"),
    ],
)
def test_the_innermost_mount_tells(tmp_path, folder, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(TABLE)
    assert network_filesystem(Path(folder), mounts) == kind


def test_where_the_system_does_not_tell_nothing_is_claimed(tmp_path):
    assert network_filesystem(tmp_path, tmp_path / "no mounts here") is None


@pytest.mark.skipif(not hasattr(Path, "symlink_to") or sys.platform == "win32", reason="needs links")
def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"filer:/ {tmp_path}/real nfs rw 0 0\n")
    assert network_filesystem(tmp_path / "link", mounts) == "nfs"
