"""The app on a person's telephone that gives codes, and typing them at the door."""

import hmac
import time
from base64 import b32decode
from struct import pack, unpack

LOG_IN, CODE = "/konto/log-ind/", "/konto/kode/"


def code_from(seed, at=None):
    """The six digits that an app with that key shows now (RFC 6238)."""
    moment = int(at or time.time()) // 30
    digest = hmac.digest(b32decode(seed), pack(">Q", moment), "sha1")
    start = digest[-1] & 0x0F
    return f"{(unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def give_password(client, email, password, **headers):
    return client.post(LOG_IN, {"login": email, "password": password}, **headers)
