"""A host name → the IP addresses behind it that may be connected to.

Names are resolved here and nowhere else: the connection is made to an address that was checked, so a name that answers
differently the second time (DNS rebinding) is never asked a second time.

>>> is_public("93.184.215.14"), is_public("10.0.0.7"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254")
(True, False, False, False)
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Resolve = Callable[[str, int], list[str]]
"""Host name and port → IP addresses in the order to try; raises OSError where the name leads nowhere."""

NOT_PUBLIC = tuple(
    ip_network(text)
    for text in (
        "100.64.0.0/10",  # carriers' own (RFC 6598)
        "168.63.129.16/32",  # a cloud's own service, on an address that looks public
        "192.0.0.0/24",  # protocol assignments (RFC 6890); Python 3.11 knows parts of it
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
    )
)
UNICAST = ip_network("2000::/3")
"""Where public IPv6 addresses lie (RFC 4291)."""
NOT_PUBLIC_6 = (
    ip_network("2001::/23"),  # protocol assignments, Teredo among them: an IPv4 address inside
    ip_network("2002::/16"),  # 6to4: an IPv4 address inside
    ip_network("3fff::/20"),  # documentation (RFC 9637)
)
NAT64 = ip_network("64:ff9b::/96")
"""How a network without IPv4 reaches the rest (RFC 6052): the last 32 bits are the address that counts."""


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that the system's resolver gives for a name, each once; raises OSError.

    >>> resolve("127.0.0.1", 80)
    ['127.0.0.1']
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a label that is empty or longer than 63 characters
        raise OSError(f"{host} is no host name") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public internet; False for anything that is none.

    >>> [is_public(text) for text in ("224.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "fe80::1%eth0", "2606:2800::1")]
    [False, False, False, False, True]
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or (IPv4Address(int(ip) & 0xFFFF_FFFF) if ip in NAT64 else None)
        if inner is None:
            return ip.scope_id is None and ip in UNICAST and ip.is_global and not any(ip in net for net in NOT_PUBLIC_6)
        ip = inner
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in NOT_PUBLIC)
