"""A real `clean serve` on a free port of this machine, for the tests of its interfaces."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*-en/*/mt.txt"))[:4]
BAD, GOOD = "The talks  failed .", "The talks failed."
SECONDS = 30.0

# `clean serve` that looks at its files more often.
PROGRAM = """
import sys
from dataclasses import replace
from pipeline.cli.clean import main
from pipeline.service import command
make_config = command.make_config
command.make_config = lambda options: replace(make_config(options), reload_every=0.1)
sys.exit(main())
"""


class Server:
    """A running `clean serve`, what it logs, and a client for it."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "serve", "--port", "0", *map(str, options)],
            stderr=subprocess.PIPE,
            text=True,
        )
        self.lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        port = self.wait_for("listening")["port"]
        self.url = f"http://127.0.0.1:{port}"
        self.client = httpx.Client(base_url=self.url, timeout=SECONDS)

    def _read(self):
        with self.process.stderr as stream:
            for line in stream:
                self.lines.append(line)

    @property
    def log(self):
        return [json.loads(line) for line in list(self.lines)]

    def wait_for(self, event, **said):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            wanted = {"event": event, **said}.items()
            found = [entry for entry in self.log if wanted <= entry.items()]
            if found:
                return found[-1]
            assert self.process.poll() is None, self.lines
            time.sleep(0.02)
        raise AssertionError(f"no {event} in {self.lines}")

    def workers(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def clean(self, text=BAD, **fields):
        return self.client.post("/v1/clean", json={"text": text, "lang": "en", **fields})

    def close(self):
        self.client.close()
        self.process.terminate()
        try:
            self.process.wait(SECONDS)
        finally:
            self.process.kill()
            self._reader.join(SECONDS)


@contextmanager
def serving(*options):
    server = Server(*options)
    try:
        yield server
    finally:
        server.close()
