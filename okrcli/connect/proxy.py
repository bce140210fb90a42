"""The way to a webhook: straight, or through the proxy that the environment names."""

import ssl
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import PoolManager, ProxyManager, make_headers

from okrcli.connect.address import Address, is_loopback


class BadProxyError(Exception):
    """The environment names a proxy that cannot be used."""


def manager(address: Address) -> PoolManager:
    """Make a client; certificates are those that this machine trusts, or `SSL_CERT_FILE` names."""
    trust = ssl.create_default_context() if address.url.startswith("https:") else None
    proxy = None if is_loopback(address.host) else _proxy(address.host)
    if proxy is None:
        return PoolManager(num_pools=1, ssl_context=trust)
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadProxyError
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
    plain = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    headers = make_headers(proxy_basic_auth=login) if login else None
    return ProxyManager(plain, num_pools=1, proxy_headers=headers, ssl_context=trust)


def _proxy(host: str) -> str | None:
    """Give the proxy of `HTTPS_PROXY` or `ALL_PROXY`, unless `NO_PROXY` has the host."""
    if proxy_bypass(host):
        return None
    known = getproxies()
    return known.get("https") or known.get("all")
