"""How each of the three interfaces says that something went wrong."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse, PlainTextResponse, Response

LANGUAGETOOL = ("/v2/check", "/v2/languages", "/v2/healthcheck")
LIBRETRANSLATE = ("/translate", "/languages", "/detect", "/health")
_THEIRS = {401: 403, 504: 500}  # LanguageTool has no other statuses for these
_LIBRE = {401: 403, 408: 400, 413: 400, 502: 500, 503: 429, 504: 500}


def error_response(path: str, status: int, message: str) -> Response:
    """Return an error in the words of the interface that the path belongs to."""
    headers = {"Retry-After": "1"} if status == 503 else {}
    if path in LANGUAGETOOL:
        return PlainTextResponse(f"Error: {message}", _THEIRS.get(status, status), headers)
    if path in LIBRETRANSLATE:
        return JSONResponse({"error": message}, _LIBRE.get(status, status), headers)
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    values = {"title": HTTPStatus(status).phrase, "status": status, "detail": message}
    return JSONResponse(values, status, headers, "application/problem+json")
