"""Which addresses on a network the program may fetch from: hosts of the public internet, and hosts that were named.

An address that comes from elsewhere than the person at the keyboard (a document, a service's answer, a redirect) may
lead into the network that the program stands in: to this machine, to a printer, to the service that hands out a cloud
machine's keys. So an address is taken apart by rules narrower than those of browsers and resolvers: what is written in
any unusual way is refused rather than understood. Then every network address that its name stands for is looked at.

Sources: the registries of special-purpose addresses (RFC 6890), the URL standard on hosts that end in a number.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from tenderlight.errors import FetchRefused

LONGEST_URL = 2_000
LONGEST_HOST = 253
PORTS = {"https": 443, "http": 80}
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
_PLAIN = re.compile(r"[!-~]+")
"""ASCII without space and control signs: what else there is must be written with per cent signs."""
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""A last label like this makes a browser, and many a resolver, read the host as an IPv4 address."""

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

NEVER = tuple(
    ipaddress.ip_network(one)
    for one in (
        "0.0.0.0/8",  # this network
        "169.254.0.0/16",  # link-local, and the keys of cloud machines
        "100.100.100.200/32",  # the same, of one cloud
        "168.63.129.16/32",  # the same, of another, in the middle of the public addresses
        "192.0.0.0/24",  # of protocols, and the same of a third
        "192.88.99.0/24",  # relays of 6to4
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "fd00:ec2::/32",  # the keys of cloud machines
        "fe80::/10",  # link-local
        "ff00::/8",  # multicast
        "::/128",  # none
    )
)
"""Nobody's service is here, whoever names it."""
INSIDE = tuple(
    ipaddress.ip_network(one)
    for one in (
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by carriers
        "127.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "::1/128",
        "fc00::/7",
    )
)
"""This machine, and private networks: only for a host that was named."""
NOT_PUBLIC = tuple(
    ipaddress.ip_network(one)
    for one in (
        "192.0.2.0/24",  # for documents
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.175.48.0/24",
        "198.18.0.0/15",  # for measurements
        "198.51.100.0/24",
        "203.0.113.0/24",
        "2001::/23",  # of protocols; Teredo, which holds an IPv4 address, among them
        "2001:db8::/32",
        "2002::/16",  # 6to4: holds an IPv4 address
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
PUBLIC_IPV6 = ipaddress.ip_network("2000::/3")
"""All that is given out; what holds an IPv4 address in another way (mapped, compatible, translated) is outside."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""An IPv4 address as a network without IPv4 writes it (RFC 6052)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an address leads."""

    scheme: str
    host: str
    """In lower case; of IPv6 without brackets."""
    port: int
    target: str
    """Path and query, as they are asked for."""

    @property
    def authority(self) -> str:
        """Host, and port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def place_of(untrusted_url: str, *, schemes: Collection[str] = ("https",)) -> Place:
    """Take an address apart.

    Args:
        untrusted_url: From anywhere.
        schemes: That are taken.

    Raises:
        FetchRefused: If it is not written as addresses are, names a person or a part of a page, or writes its host in
            another way than as a name, four decimal numbers, or IPv6 in brackets.
    """
    if (
        len(untrusted_url) > LONGEST_URL
        or not _PLAIN.fullmatch(untrusted_url)
        or set(untrusted_url) & set('\\"<>^`{|}')
    ):
        raise FetchRefused("The address holds signs that addresses do not have.")
    try:
        parts = urlsplit(untrusted_url)
    except ValueError:
        raise FetchRefused("The address cannot be taken apart.") from None
    if parts.scheme not in schemes or not untrusted_url.startswith(f"{parts.scheme}://"):
        raise FetchRefused(f"The address does not begin with {' or '.join(f'{one}://' for one in schemes)}.")
    if "@" in parts.netloc or "#" in untrusted_url:
        raise FetchRefused("The address names a person, or a part of a page.")
    host, port = _host_and_port(parts.netloc)
    path = parts.path or "/"
    return Place(
        scheme=parts.scheme,
        host=host,
        port=PORTS[parts.scheme] if port is None else port,
        target=f"{path}?{parts.query}" if parts.query else path,
    )


def _host_and_port(netloc: str) -> tuple[str, int | None]:
    """Return the host of an address, in lower case, and its port; None where none is written."""
    if netloc.startswith("["):
        written, bracket, rest = netloc[1:].partition("]")
        host = _ipv6(written) if bracket else None
        mark, port = rest[:1], rest[1:]
    else:
        written, mark, port = netloc.partition(":")
        host = _name_or_ipv4(written.lower())
    if host is None:
        raise FetchRefused("The host is neither a name nor an address in its usual form.")
    if not mark:
        return host, None
    if mark != ":" or not _PORT.fullmatch(port) or int(port) > 65_535:
        raise FetchRefused("The port is none.")
    return host, int(port)


def _ipv6(written: str) -> str | None:
    try:
        return None if "%" in written else str(ipaddress.IPv6Address(written))
    except ValueError:
        return None


def _name_or_ipv4(written: str) -> str | None:
    labels = written.split(".")
    if len(written) > LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    if not _NUMBER.fullmatch(labels[-1]):
        return written
    try:
        return str(ipaddress.IPv4Address(written))  # refuses short, octal and hexadecimal forms
    except ValueError:
        return None


def is_of_this_network(host: str) -> bool:
    """Say whether a host is a name without a dot, which every network reads in its own way."""
    return "." not in host and ":" not in host


def refusal_of(address: IpAddress, *, is_named: bool) -> str | None:
    """Return why nothing is fetched from a network address, in a few words; None if it may be.

    Args:
        address: That a name stands for.
        is_named: Whether whoever runs the program named the host.
    """
    if isinstance(address, ipaddress.IPv6Address) and address in NAT64:
        return refusal_of(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF), is_named=False)
    if any(address in one for one in NEVER):
        return "an address at which nothing is ever fetched"
    if any(address in one for one in INSIDE):
        return None if is_named else "an address of this machine, or of a private network"
    is_outside_ipv6 = isinstance(address, ipaddress.IPv6Address) and address not in PUBLIC_IPV6
    if is_outside_ipv6 or any(address in one for one in NOT_PUBLIC):
        return "not an address of the public internet"
    return None
