"""Makes several faces at once, each in its own process: outlines are counted on one core only.

Run as a program it makes one face: a job comes in as JSON, the source's characters go out as ranges.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from letters.writers.font_characters import Ranges, codes, ranges
from letters.writers.font_sources import Source, unreadable
from letters.writers.font_subset import Job, make

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def make_all(jobs: dict[Path, Job]) -> list[Ranges]:
    """Write every job's font to its path; answers with the characters each source has, in the same order."""
    started = [_start(path, job) for path, job in jobs.items()]
    answers = [process.communicate() for process in started]
    for job, process, (_, complaint) in zip(jobs.values(), started, answers, strict=True):
        if process.returncode:
            raise unreadable(job.source.path) from RuntimeError(complaint)
    return [json.loads(answer) for answer, _ in answers]


def _start(path: Path, job: Job) -> subprocess.Popen:
    source = job.source
    order = [str(path), str(source.path), source.number, source.han_only, job.family, ranges(job.wanted), job.weight]
    command = [sys.executable, "-m", __name__, json.dumps(order)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=os.environ | ENVIRONMENT, stdout=pipe, stderr=pipe, text=True)  # noqa: S603


def _make_one(path: str, file: str, number: int, han_only: bool, family: str, wanted: Ranges, weight: list) -> Ranges:
    source = Source(Path(file), number, han_only)
    content, has = make(Job(source, family, codes(wanted), tuple(weight)))
    Path(path).write_bytes(content)
    return ranges(has)


if __name__ == "__main__":
    print(json.dumps(_make_one(*json.loads(sys.argv[1]))))
