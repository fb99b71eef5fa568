"""Watches a process for anything that could leave the machine; `python -m tests.offline` runs one so."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

_LOOK_UPS = {
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.getnameinfo",
    "urllib.Request",
}
_UNIX, _ADOPTED = 1, -1  # families: pipes between our own processes, and a socket that exists already

attempts: list[str] = []
"""What was tried, for when the error itself is swallowed on its way up."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Fail whatever makes an Internet socket or looks a host up."""
    if event in _LOOK_UPS or (event == "socket.__new__" and arguments[1] not in {_UNIX, _ADOPTED}):
        attempts.append(f"{event}{arguments[1:]}")
        raise AssertionError(f"the program works offline, yet it tried {attempts[-1]}")


def watch() -> None:
    """Refuse the network for the rest of this process; an audit hook cannot be taken back."""
    sys.addaudithook(refuse_network)


def internet_sockets() -> list[str]:
    """Return this process's open Internet sockets, those made by libraries behind Python's back included."""
    open_files = [entry for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    ours = {str(entry.readlink()) for entry in open_files}
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        rows = [line.split() for line in Path("/proc/self/net", table).read_text("ascii").splitlines()[1:]]
        found += [f"{table} {row[1]}" for row in rows if f"socket:[{row[9]}]" in ours]
    return found


def qt_network_libraries() -> set[str]:
    """Return the Qt libraries in memory that could reach a network."""
    maps = Path("/proc/self/maps").read_text(encoding="utf-8")
    return set(re.findall(r"\S*Qt6(?:Network|WebSockets|WebEngine)\S*", maps))


def main(statement: str, arguments: Sequence[str]) -> None:
    """Run `statement` with `arguments` as `sys.argv[1:]`, then say what of the network was reached for."""
    watch()
    sys.argv[1:] = arguments
    exec(statement, {"__name__": "watched"})  # noqa: S102 - the test's own words
    seen = [*attempts, *internet_sockets(), *qt_network_libraries()]
    sys.exit(f"reached for the network: {seen}" if seen else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
