"""What git calls a text, without asking it."""

import hashlib

_SHA1_DIGITS = 40


def blob_id(data: bytes, digits: int) -> str:
    """Name a text as git would name the file; with 64 digits, the repository's hash is SHA-256."""
    algorithm = hashlib.sha256 if digits > _SHA1_DIGITS else hashlib.sha1
    return algorithm(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
