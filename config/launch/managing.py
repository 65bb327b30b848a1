"""Passes a command on to manage.py inside the environment."""

from config.launch.environment import RUNTIME, ensure_environment, require_room
from config.launch.places import ROOT, require_data_folder
from config.launch.process import become


def manage(arguments: list[str], environ: dict[str, str]) -> None:
    require_room(RUNTIME)
    require_data_folder(environ)
    python = ensure_environment(RUNTIME)
    become([str(python), str(ROOT / "manage.py"), *arguments], environ)
