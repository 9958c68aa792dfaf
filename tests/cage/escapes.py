"""Attempts of a taken-over reader to get out. Each raises `OSError` (or `RuntimeError`) if it is held back."""

from __future__ import annotations

import ctypes
import fcntl
import os
import platform
import resource
import signal
import socket
import struct
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

LIBRARY = ctypes.CDLL(None, use_errno=True)
IS_X86 = platform.machine() == "x86_64"
Attempt = Callable[[int | None], object]


def call(x86: int, aarch64: int | None, *arguments: int | bytes) -> int:
    """Make a system call by its number, past every library."""
    number = x86 if IS_X86 else aarch64
    if number is None:
        raise OSError(38, "no such call here")
    wide = [ctypes.c_long(each) if isinstance(each, int) else ctypes.c_char_p(each) for each in arguments]
    result = int(LIBRARY.syscall(ctypes.c_long(number), *wide))
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def numbered(x86: int, aarch64: int | None, *arguments: int | bytes) -> Attempt:
    """An attempt that is one system call."""
    return lambda _: call(x86, aarch64, *arguments)


def fork(_: int | None) -> None:
    if (process := os.fork()) == 0:
        os._exit(0)
    os.waitpid(process, 0)


def start_thread(_: int | None) -> None:
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


def connect(family: int, kind: int, address: object) -> Attempt:
    """An attempt to reach somebody."""

    def reach(_: int | None) -> None:
        with socket.socket(family, kind) as made:
            made.settimeout(0.5)
            try:
                made.connect(address)  # type: ignore[arg-type]
            except (ConnectionRefusedError, FileNotFoundError):
                return  # nobody listens, but the way there was open

    return reach


def write_file(folder: str) -> Attempt:
    """An attempt to write a file, which is removed again."""

    def write(_: int | None) -> None:
        path = Path(folder) / f"tenderlight-escape-{os.getpid()}"
        path.write_text("out")
        path.unlink()

    return write


def change_original(change: Callable[[int], object]) -> Attempt:
    """An attempt on the file that is being read."""

    def do(original: int | None) -> None:
        assert original is not None
        change(original)

    return do


def own_signals(original: int | None) -> None:
    """Have the kernel signal the lane when the descriptor is ready."""
    fcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())


def limit_parent(_: int | None) -> None:
    resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0))


def make_sockets(_: int | None) -> None:
    for each in socket.socketpair():
        each.close()


def make_pipe(_: int | None) -> None:
    for each in os.pipe():
        os.close(each)


def look_up(_: int | None) -> None:
    socket.getaddrinfo("example.org", 80)


def foreign_call() -> None:
    """Ask for the process number as an x32 program would; elsewhere, end as the kernel would end it."""
    if IS_X86:
        LIBRARY.syscall(ctypes.c_long(0x40000000 + 39))
    else:
        os.kill(os.getpid(), signal.SIGSYS)


ESCAPES: dict[str, Attempt] = {
    "read passwd": lambda _: Path("/etc/passwd").read_bytes(),
    "list root": lambda _: list(Path("/").iterdir()),
    "list home": lambda _: list(Path("/root" if os.getuid() == 0 else "/home").iterdir()),
    "read own memory map": lambda _: Path("/proc/self/maps").read_bytes(),
    "read the lane's environment": lambda _: Path(f"/proc/{os.getppid()}/environ").read_bytes(),
    "read the lane's command": lambda _: Path(f"/proc/{os.getppid()}/cmdline").read_bytes(),
    "tcp": connect(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 9)),
    "tcp 6": connect(socket.AF_INET6, socket.SOCK_STREAM, ("::1", 9)),
    "udp": connect(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 9)),
    "unix socket": connect(socket.AF_UNIX, socket.SOCK_STREAM, "/nowhere"),
    "abstract socket": connect(socket.AF_UNIX, socket.SOCK_STREAM, "\0nowhere"),
    "netlink": lambda _: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close(),
    "socket pair": make_sockets,
    "write to the temporary folder": write_file("/tmp"),
    "write to the working folder": write_file("."),
    "write to shared memory": write_file("/dev/shm"),
    "temporary file": lambda _: tempfile.NamedTemporaryFile(dir="/tmp").close(),
    "nameless file": lambda _: os.close(os.open("/tmp", os.O_TMPFILE | os.O_RDWR)),
    "fork": fork,
    "thread": start_thread,
    "memory file": lambda _: os.close(os.memfd_create("x")),
    "pipe": make_pipe,
    "signal the lane": lambda _: os.kill(os.getppid(), signal.SIGCONT),
    "open the lane's descriptor": lambda _: os.close(os.pidfd_open(os.getppid())),
    "change mode of the original": change_original(lambda file: os.fchmod(file, 0o600)),
    "change time of the original": change_original(lambda file: os.utime(file, (0, 0))),
    "own the lane's signals": own_signals,
    "change working folder": lambda _: os.chdir("/"),
}
"""Attempts that do no lasting harm where nothing holds them back."""

MORE_ESCAPES: dict[str, Attempt] = {
    "exec": lambda _: os.execv("/bin/true", ["true"]),
    "look up a name": look_up,
    "signal everyone": lambda _: os.kill(-1, signal.SIGCONT),
    "signal the group": lambda _: os.kill(0, signal.SIGCONT),
    "signal the first process": lambda _: os.kill(1, signal.SIGCONT),
    "limit the lane": limit_parent,
    "trace the lane": lambda _: call(101, 117, 16, os.getppid(), 0, 0),
    "have the lane trace": numbered(101, 117, 0, 0, 0, 0),
    "read the lane's memory": lambda _: call(310, 270, os.getppid(), 0, 0, 0, 0, 0),
    "write the lane's memory": lambda _: call(311, 271, os.getppid(), 0, 0, 0, 0, 0),
    "take the lane's socket": lambda _: call(438, 438, 3, 3, 0),
    "mount": numbered(165, 40, b"none", b"/mnt", b"tmpfs", 0, 0),
    "new mount": numbered(430, 430, b"tmpfs", 0),
    "change root": numbered(161, 51, b"/usr"),
    "new namespaces": numbered(272, 97, 0x10000000),
    "enter a namespace": numbered(308, 268, 0, 0),
    "new user": numbered(105, 146, 0),
    "set capabilities": numbered(126, 91, 0, 0),
    "load a program into the kernel": numbered(321, 280, 0, 0, 0),
    "kernel ring": numbered(425, 425, 1, 0),
    "page faults by hand": numbered(323, 282, 0),
    "performance counters": numbered(298, 241, 0, 0, -1, -1, 0),
    "key ring": numbered(250, 219, 0, -3, 1),
    "add key": numbered(248, 217, b"user", b"x", b"x", 1, -3),
    "message queue": numbered(68, 186, 0, 0o600),
    "shared memory": numbered(29, 194, 0, 4096, 0o1600),
    "set the clock": numbered(227, 112, 0, 0),
    "host name": numbered(170, 161, b"x", 1),
    "kernel module": numbered(175, 105, 0, 0, b""),
    "restart": numbered(169, 142, 0, 0, 0, 0),
    "swap": numbered(167, 224, b"/tmp/x", 0),
    "kernel log": numbered(103, 116, 3, 0, 0),
    "file handle": numbered(304, 265, -100, 0, 0),
    "watch files": numbered(294, 26, 0),
    "watch everything": numbered(300, 262, 0, 0),
    "new process, the third way": lambda _: call(435, 435, struct.pack("8Q", *[0] * 8), 64),
    "new process, the old way": numbered(58, None),
    "exec by descriptor": numbered(322, 281, 3, b"", 0, 0, 0x1000),
    "link": lambda _: Path("/tmp/tenderlight-link").hardlink_to("/etc/passwd"),
    "symbolic link": lambda _: Path("/tmp/tenderlight-link").symlink_to("/etc/passwd"),
    "new folder": lambda _: Path("/tmp/tenderlight-folder").mkdir(),
    "rename": lambda _: Path("/tmp/a").rename("/tmp/b"),
    "remove": lambda _: Path("/tmp/tenderlight-nothing").unlink(),
    "write to a device": lambda _: os.open("/dev/null", os.O_WRONLY),
    "terminal": lambda _: fcntl.ioctl(0, 0x5412, b"x"),
    "lease": lambda _: fcntl.fcntl(4, fcntl.F_SETLEASE, fcntl.F_RDLCK),
    "lift the call list": numbered(157, 167, 22, 0, 0, 0, 0),
    "change the call list": numbered(317, 277, 0, 0, 0),
    "outlive the lane": numbered(157, 167, 1, 0, 0, 0, 0),
    "be traced by all": numbered(157, 167, 0x59616D61, -1, 0, 0, 0),
    "open with a mightier call": numbered(437, 437, -100, b"/etc/passwd", struct.pack("3Q", 0, 0, 0), 24),
}
"""Attempts that could harm the machine: made only where all walls stand."""
