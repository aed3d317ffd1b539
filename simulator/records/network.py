"""Which disks SQLite's write-ahead log can't be trusted on, as far as the system tells."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

SHARED = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|afpfs|coda|davfs\d?|webdav|ceph|glusterfs|lustre|beegfs|gfs2|ocfs2"
    r"|fuse\.(sshfs|glusterfs|ceph|rclone|s3fs|gcsfuse|davfs2?|smbnetfs|curlftpfs|gvfsd-fuse)"
)
"""File systems by their names in the mount table; others answer for themselves when the log is switched on."""

MOUNTS = Path("/proc/self/mounts")


def network_filesystem(folder: Path, mounts: Path = MOUNTS) -> str | None:
    """The kind of network file system that the folder lies on; None where it is local or can't be known."""
    real = os.path.realpath(folder)
    if sys.platform == "win32":
        return _windows_share(real)
    try:
        table = os.fsdecode(mounts.read_bytes())
    except OSError:
        return None
    kind = _kind_of_mount(real, table)
    return kind if kind and SHARED.fullmatch(kind) else None


def _kind_of_mount(folder: str, table: str) -> str | None:
    """The file system of the mount that the folder is under: the longest, and of those the last."""
    found: tuple[int, str] | None = None
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = _unescaped(fields[1])
        under = point == "/" or folder == point or folder.startswith(point + "/")
        if under and (found is None or len(point) >= found[0]):
            found = (len(point), fields[2])
    return found[1] if found else None


def _unescaped(point: str) -> str:
    r"""A mount point as it is: the table writes spaces and the like as \040."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)


def _windows_share(folder: str) -> str | None:
    if sys.platform != "win32":
        return None
    if folder.startswith("\\\\"):
        return "a Windows share"
    import ctypes

    remote = 4
    drive = os.path.splitdrive(folder)[0] + "\\"
    return "a Windows share" if ctypes.windll.kernel32.GetDriveTypeW(drive) == remote else None
