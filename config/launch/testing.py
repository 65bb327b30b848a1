"""Runs the tests with the same set-up as the server, in a data folder of their own."""

from config.launch.environment import RUNTIME, TESTS, VENV, ensure_environment, require_room
from config.launch.places import require_data_folder
from config.launch.process import become
from config.launch.serve import prepare
from config.launch.system import ensure_libraries


def test(arguments: list[str], environ: dict[str, str]) -> None:
    require_room(RUNTIME, TESTS)
    python = ensure_environment(RUNTIME, TESTS)
    ensure_libraries()
    # Never the data people work with; kept between runs because fonts take their time.
    environ = {**environ, "NUOCHENG_DATA": str(VENV / "test-data")}
    require_data_folder(environ)
    prepare(python, environ, "--verbosity=0")
    become([str(python), "-m", "pytest", *arguments], environ)
