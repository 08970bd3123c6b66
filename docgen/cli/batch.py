"""``docgen batch``: the decks of a plan, on several processes or machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import NOT_CLEAN, error_rows, format_option, guarded, print_json
from docgen.cli.trusting import trusting
from docgen.errors import DocgenError
from docgen.messages import Message, message

if TYPE_CHECKING:
    from docgen.batching.job import DeckJob
    from docgen.batching.result import DeckResult

_MOST_NAMED = 3


@bilingual("batch", message("help-batch"))
@click.argument("plan", type=PATH)
@option("--workers", type=click.IntRange(min=1), words=message("help-batch-workers"))
@option("--scheduler", metavar="ADDRESS", words=message("help-batch-scheduler"))
@format_option
@trusting
def command(plan: Path, workers: int | None, scheduler: str | None, form: str) -> None:
    """Build the decks of a plan."""
    from docgen.batching.plan import read_plan

    jobs = guarded(lambda: read_plan(plan), form)
    results = guarded(lambda: _built(jobs, workers, scheduler, form), form)
    failed = [result for result in results if result.error is not None]
    counts = _counts(results)
    if form == "json":
        print_json({**counts, "decks": [_row(result) for result in results]})
    else:
        _tell_reasons(failed)
        built, unchanged = counts["built"], counts["unchanged"]
        echo(message("batch-summary", built=built, unchanged=unchanged, failed=len(failed)))
    if failed:
        raise SystemExit(NOT_CLEAN)


def _built(
    jobs: Sequence[DeckJob], workers: int | None, scheduler: str | None, form: str
) -> tuple[DeckResult, ...]:
    """The results of jobs, a line for each as it ends."""
    from docgen.batching.build import build_many
    from docgen.batching.cluster import cluster_executor

    ended: list[DeckResult] = []

    def tell(result: DeckResult) -> None:
        ended.append(result)
        if form == "text":
            echo(_line(result, len(ended), len(jobs)))

    if scheduler is None:
        return build_many(jobs, workers=workers, told=tell)
    if workers is not None:
        raise DocgenError("batch-workers-of-cluster", where="--workers")
    with cluster_executor(scheduler) as executor:
        return build_many(jobs, executor, told=tell)


def _line(result: DeckResult, number: int, count: int) -> Message:
    output = str(result.job.output)
    if result.status == "failed":
        return message("batch-failed", number=number, count=count, output=output)
    if result.status == "unchanged":
        return message("batch-unchanged", number=number, count=count, output=output)
    return message("batch-built", number=number, count=count, output=output, slides=result.slides)


def _tell_reasons(failed: Sequence[DeckResult]) -> None:
    """Print why decks failed; a reason that several share once, with the first of them."""
    outputs: dict[str, list[str]] = {}
    for result in failed:
        outputs.setdefault(str(result.error), []).append(str(result.job.output))
    for reason, decks in outputs.items():
        named, more = tuple(decks[:_MOST_NAMED]), len(decks) - _MOST_NAMED
        shared = message("batch-reason-of-more", outputs=named, more=more)
        echo(shared if more > 0 else message("batch-reason", outputs=named), err=True)
        echo(reason, err=True)


def _counts(results: Sequence[DeckResult]) -> dict[str, int]:
    counts = Counter(result.status for result in results)
    return {"built": counts["built"], "unchanged": counts["unchanged"], "failed": counts["failed"]}


def _row(result: DeckResult) -> dict[str, Any]:
    job = result.job
    return {
        "output": str(job.output),
        "status": result.status,
        "slides": result.slides,
        "content": str(job.content),
        "layout": str(job.layout),
        "parameters": dict(job.parameters),
        "errors": error_rows(result.error) if result.error is not None else [],
    }
