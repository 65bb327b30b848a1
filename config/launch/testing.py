"""Runs the tests with the same set-up as the server, in a data folder of their own."""

from config.launch.environment import RUNTIME, TESTS, VENV, ensure_environment, require_room
from config.launch.places import ROOT, require_data_folder
from config.launch.process import become, run
from config.launch.speech import LaunchRefused, say
from config.launch.system import ensure_libraries


def test(arguments: list[str], environ: dict[str, str]) -> None:
    require_room(RUNTIME, TESTS)
    python = ensure_environment(RUNTIME, TESTS)
    ensure_libraries()
    # Never the data people work with; kept between runs because fonts take their time.
    environ = {**environ, "NUOCHENG_DATA": str(VENV / "test-data")}
    require_data_folder(environ)
    say("准备数据与字体（第一次约半分钟）… / Preparing data and fonts")
    prepare = [str(python), str(ROOT / "manage.py"), "prepare", "--verbosity=0"]
    if run(prepare, environ=without_database(environ)) != 0:
        raise LaunchRefused("准备没有完成：按上面所说处理后，再运行一次。 / Not ready: see the line above.")
    become([str(python), "-m", "pytest", *arguments], environ)


def without_database(environ: dict[str, str]) -> dict[str, str]:
    """Tests make databases of their own beside the one that DATABASE_URL names, which stays as it is."""
    return {name: value for name, value in environ.items() if name != "DATABASE_URL"}
