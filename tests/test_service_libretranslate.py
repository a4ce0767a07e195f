"""LibreTranslate's interface: its client, an upstream, the packages that are installed."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pipeline import clean_text
from serving import BAD, GOOD, serving


def test_the_client_of_libretranslate_gets_the_cleaned_text(server):
    from libretranslatepy import LibreTranslateAPI

    client = LibreTranslateAPI(server.url)
    assert client.translate(BAD, "en", "en-GB") == GOOD
    assert client.detect("The minister said that the talks had failed.")[0]["language"] == "en"
    english = next(entry for entry in client.languages() if entry["code"] == "en")
    assert english == {"code": "en", "name": "English", "targets": ["en"]}


def test_texts_may_come_as_a_list_and_in_an_unnamed_language(server):
    text = "The minister  said that the talks had failed."
    asked = {"q": [text, text], "source": "auto", "target": "en", "alternatives": 1}
    answer = server.client.post("/translate", json=asked).json()
    assert answer["translatedText"] == [text.replace("  ", " ")] * 2
    assert [entry["language"] for entry in answer["detectedLanguage"]] == ["en", "en"]
    assert answer["alternatives"] == [[], []]


def test_half_a_character_passes(server):
    text = "He said \ud800  so."
    asked = json.dumps({"q": [text], "source": "en", "target": "en"})
    answer = server.client.post("/translate", content=asked.encode())
    assert answer.json()["translatedText"] == [clean_text(text, lang="en").text]


def test_what_is_in_no_language_is_cleaned(server):
    asked = {"q": "1  2", "source": "auto", "target": "en"}
    answer = server.client.post("/translate", data=asked).json()
    assert answer["translatedText"] == "1 2"
    assert answer["detectedLanguage"] == {"confidence": 0.0, "language": "und"}


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"source": "en", "target": "en"}, "missing q"),
        ({"q": "a", "target": "en"}, "missing source"),
        ({"q": 5, "source": "en", "target": "en"}, "expected text or a list"),
        ({"q": "a", "source": "e!", "target": "en"}, "expected a language code"),
        ({"q": "a", "source": "en", "target": "en", "format": "pdf"}, "not supported"),
        ({"q": "a", "source": "fr", "target": "en"}, "fr is not translated to en here"),
        ({"q": "a", "source": "tlh", "target": "tlh"}, "no known locale"),
        ({"q": "a" * 200_001, "source": "en", "target": "en"}, "at most 200000"),
    ],
)
def test_libretranslate_says_errors_in_json(server, fields, said):
    answer = server.client.post("/translate", json=fields)
    assert answer.status_code == 400
    assert said in answer.json()["error"]


class Upstream(BaseHTTPRequestHandler):
    """Speaks as much LibreTranslate as the service asks of an upstream."""

    asked: list = []  # noqa: RUF012 - one server at a time

    def do_GET(self):
        self._answer(200, [{"code": "fr", "name": "French", "targets": ["en", "fr"]}])

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(asked)
        if asked["source"] == "de":
            self._answer(400, {"error": "de is not supported"})
            return
        translated = [f"The talks  of {text} failed ." for text in asked["q"]]
        self._answer(200, {"translatedText": translated})

    def _answer(self, status, values):
        body = json.dumps(values).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def upstream():
    with ThreadingHTTPServer(("127.0.0.1", 0), Upstream) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def test_other_pairs_are_translated_upstream_and_cleaned(tmp_path):
    (tmp_path / "key").write_text("secret\n")
    with (
        upstream() as url,
        serving("--workers", 1, "--upstream", url, "--upstream-key", tmp_path / "key") as server,
    ):
        fields = {"q": "Kiev", "source": "fr", "target": "en"}
        answer = server.client.post("/translate", data=fields)
        assert answer.json() == {"translatedText": "The talks of Kyiv failed."}
        sent = {"q": ["Kiev"], "source": "fr", "target": "en", "format": "text"}
        assert Upstream.asked == [{**sent, "api_key": "secret"}]
        french = [e for e in server.client.get("/languages").json() if e["code"] == "fr"]
        assert french[0]["targets"] == ["en", "fr"]
        refused = server.client.post("/translate", data={**fields, "source": "de"})
        assert refused.status_code == 500
        assert "de is not supported" in refused.json()["error"]
        assert "secret" not in "".join(server.lines)


def test_a_translation_that_takes_too_long_is_answered_and_the_next_one_is_made(packages):
    long = " ".join(["Le maire de la ville a rejeté l'accord avec le président."] * 6000)
    fields = {"source": "fr", "target": "en", "format": "text"}
    more = ("--max-text", 10**6, "--max-body", 10**7, "--timeout", 1.5)
    with serving("--workers", 1, "--models", packages, *more) as server:
        server.client.post("/translate", json={**fields, "q": "Le maire parle."})
        started = time.monotonic()
        late = server.client.post("/translate", json={**fields, "q": long})
        assert time.monotonic() - started < 5
        assert late.status_code == 500
        assert late.json() == {"error": "the translation took longer than 1.5 seconds"}
        for _ in range(20):
            after = server.client.post("/translate", json={**fields, "q": "Le maire parle."})
            if after.status_code == 200:
                break
            assert after.status_code in (429, 500)
        assert after.json() == {"translatedText": "The mayor speaks."}
        assert not [line for line in server.lines if "defect" in line or "exception" in line]


def test_installed_packages_translate_and_the_result_is_cleaned(packages):
    with serving("--workers", 1, "--models", packages) as server:

        def ask(**fields):
            return server.client.post("/translate", json={"source": "fr", "target": "en", **fields})

        assert ask(q="Le maire parle de Téhéran.").json() == {
            "translatedText": "The mayor speaks of Tehran."
        }
        page = "<p>Le <b>maire</b> parle  de la ville.</p>"
        assert ask(q=[page], format="html").json() == {
            "translatedText": ["<p>The <b>mayor</b> speaks of the city.</p>"]
        }
        german = ask(q="Le maire parle.", target="de").json()
        assert german == {"translatedText": "Der Bürgermeister spricht."}
        found = ask(
            q="Le ministre a rejeté l'accord avec les syndicats hier.", source="auto"
        ).json()
        assert (
            found["translatedText"]
            == "The minister has rejected the agreement with the unions yesterday."
        )
        assert found["detectedLanguage"]["language"] == "fr"
        refused = ask(q="Il sindaco parla.", source="it")
        assert refused.status_code == 400
        assert "no Argos package translates from it to en" in refused.json()["error"]
        targets = {e["code"]: e["targets"] for e in server.client.get("/languages").json()}
        assert targets["fr"] == ["de", "en", "fr"]
        assert targets["it"] == ["it"]
        assert "maire" not in "".join(server.lines)
