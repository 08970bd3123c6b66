"""What docgen's other commands say of a content, asked in processes of their own, so that the page does not wait."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from typing import Any

from docgen.messages import Language
from docgen.preview.workshop import Made, Source


class Beside:
    """Asks one thing at a time, in a thread that waits for a process; :meth:`stop` ends what is not answered yet."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._process: subprocess.Popen[bytes] | None = None
        self._asking = 0
        self._lock = threading.Lock()

    async def findings(self, source: Source) -> list[dict[str, Any]] | None:
        """What ``docgen check`` finds; None where it could not be asked, or was not waited for."""
        stated = ["--previous", str(source.previous)] if source.previous is not None else []
        answer = await self._asked("check", str(source.content), "-l", source.layout, *stated)
        return answer if isinstance(answer, list) else None

    async def changes(self, source: Source, made: Made) -> list[dict[str, Any]] | None:
        """What ``docgen diff`` tells of last year; None where there is no last year, or no answer."""
        before = source.previous
        if before is None and made.compendium.previous_folder is not None:
            before = source.content / made.compendium.previous_folder
        if before is None:
            return None
        answer = await self._asked("diff", str(before), str(source.content), "-l", source.layout)
        return answer["changes"] if isinstance(answer, dict) and "changes" in answer else None

    async def _asked(self, *command: str) -> Any:
        words = [sys.executable, "-m", "docgen", *command, "--format", "json", "--lang", self._language]
        with self._lock:
            self._asking += 1
            turn = self._asking
        return await asyncio.to_thread(self._answer, words, turn)

    def _answer(self, words: list[str], turn: int) -> Any:
        """What a command says as JSON; None where it says nothing, or it is not its turn any more."""
        quiet = subprocess.DEVNULL
        with self._lock:
            if turn != self._asking:
                return None
            process = self._process = subprocess.Popen(words, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet)
        said, _ = process.communicate()
        try:
            return json.loads(said)
        except ValueError:  # it was stopped, or failed
            return None

    def stop(self) -> None:
        """Wait for no answer any more: what is asked ends, or is never begun."""
        with self._lock:
            self._asking += 1
            if self._process is not None:
                self._process.kill()
