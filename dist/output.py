"""What the program prints: lines for people, and one result for the action.

The app may close or replace the standard streams: everything goes through a copy made before its import.
"""
import json
import os
import re
import sys
import traceback

# Heroku cuts a log line at 10,000 bytes.
CHUNK = 8000

PASSWORD_IN_URL = re.compile(r"://[^:/@\s]*:([^@\s]{6,})@")
URL = re.compile(r"(\b[A-Za-z][A-Za-z0-9+.-]*)://[^\s'\"]*")


class Output:
    def __init__(self, marker):
        self.marker = marker
        self.fd = os.dup(1)
        values = "\n".join(os.environ.values())
        self.secrets = sorted(set(PASSWORD_IN_URL.findall(values)), key=len, reverse=True)

    def say(self, text):
        self._write(text + "\n")

    def trace(self, error):
        """The traceback, without addresses: those of databases hold passwords."""
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        for secret in self.secrets:
            text = text.replace(secret, "***")
        self._write(URL.sub(r"\1://***", text))

    def result(self, value):
        """The result as JSON in numbered lines, each of which begins with the marker."""
        text = json.dumps(value)
        chunks = [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]
        lines = ["%s %d/%d %s\n" % (self.marker, i, len(chunks), chunk) for i, chunk in enumerate(chunks, 1)]
        self._write("\n" + "".join(lines))

    def _write(self, text):
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                pass  # The app closed it.
        data = text.encode("utf-8", "backslashreplace")
        while data:
            data = data[os.write(self.fd, data) :]
