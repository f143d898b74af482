"""The engine of many machines: Dask hands out the same tasks, and each of its workers does them under the eyes of a supervisor of its own."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.config import RunConfig
from pipeline.errors import SoatError, UsageError
from pipeline.remote import is_url
from pipeline.run.engine import Told
from pipeline.run.pool.supervisor import PoolEngine, cores
from pipeline.run.tasks import Task

LOCAL = "dask"
REMOTE = "dask://"
_DEATHS = 50
"""Deaths of workers that a task of a cluster of our own outlives: a bad article dies in the supervisor's child, so these come from outside."""
_SECONDS = 30
_LOOPBACK = "127.0.0.1"

_at_hand = threading.local()


class DaskEngine:
    """Workers of a Dask cluster: `dask` starts one on this machine, `dask://host:port` joins the one of that scheduler.

    The tables' folder and the inputs must be where the workers see them under the same paths, or be named by URLs: then machines need to share
    nothing. Raises UsageError where Dask is not installed or the scheduler does not answer.
    """

    def __init__(self, config: RunConfig) -> None:
        out = config.out.absolute() if isinstance(config.out, Path) else config.out
        self._config = config.model_copy(update={"out": out, "workers": 1})
        self._workers = config.workers or cores()
        self._address = config.engine.removeprefix(REMOTE) if config.engine.startswith(REMOTE) else None
        self._client: Any = None  # Dask's classes have no types
        self._cluster: Any = None

    def __enter__(self) -> Self:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise UsageError("--engine dask needs Dask: pip install 'soat[dask]'") from error
        logging.getLogger("distributed").setLevel(logging.ERROR)
        if self._address is None:
            with dask.config.set({"distributed.scheduler.allowed-failures": _DEATHS, "distributed.worker.daemon": False}):
                self._cluster = LocalCluster(
                    n_workers=self._workers, threads_per_worker=1, host=_LOOPBACK, dashboard_address=f"{_LOOPBACK}:0", memory_limit=0,
                    silence_logs=logging.ERROR,
                )
        try:
            self._client = Client(self._cluster or f"tcp://{self._address}", timeout=_SECONDS, set_as_default=False)
        except OSError as error:
            raise UsageError(f"no Dask scheduler answers at {self._address}: {error}") from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._client is not None:
            if self._cluster is None:
                self._client.run(let_go)
            self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def work(self, tasks: Sequence[Task], told: Told) -> None:
        """Have the tasks done; raises SoatError where one cannot be."""
        from distributed import as_completed

        if self._client is None:
            raise SoatError("the cluster is not entered")
        on_disk = isinstance(self._config.out, Path) or not all(map(is_url, self._config.inputs))
        settings, place = self._config.model_dump_json(), str(Path.cwd()) if on_disk else None
        futures = {self._client.submit(do, list(task), settings, place, pure=False): task for task in tasks}
        try:
            for future in as_completed(futures, loop=self._client.loop):
                future.result()
                told.done(futures[future])
        finally:
            self._client.cancel(list(futures))


class _Silent:
    """What a worker's own supervisor tells goes nowhere: the scheduler knows what is done."""

    def done(self, task: Task) -> None:
        pass

    def busy(self, records: int) -> None:
        pass


def do(task: list[Any], settings: str, place: str | None) -> None:
    """Do one task on a worker of the cluster; the supervisor and its child, which loads the knowledge, are kept for the next one."""
    kept = getattr(_at_hand, "kept", None)
    if kept is None or kept[0] != settings:
        let_go()
        if place is not None:
            os.chdir(place)  # relative inputs mean the same files as where the run was started
        engine = PoolEngine(RunConfig.model_validate_json(settings))
        engine.__enter__()
        _at_hand.kept = kept = (settings, engine)
    kept[1].work([Task(*task)], _Silent())


def let_go() -> None:
    """End the supervisor that this thread keeps."""
    kept = getattr(_at_hand, "kept", None)
    if kept is not None:
        _at_hand.kept = None
        kept[1].__exit__(None, None, None)
