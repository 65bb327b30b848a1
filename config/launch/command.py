"""Reads run.py's command line and hands over to the one job that was asked for."""

import argparse
import os
import signal
import sys
from pathlib import Path

from config.launch.managing import manage
from config.launch.places import ROOT, data_folder
from config.launch.serve import serve
from config.launch.speech import LaunchRefused, say, speak_utf8
from config.launch.testing import test

USAGE = "python3 run.py [--host 127.0.0.1] [--port 8000] | python3 run.py test … | python3 run.py manage …"
HELP = f"""诺成 Nuocheng

{USAGE}

  --port N        端口，默认 8000 / port, 8000 unless given
  --host 地址     地址，默认 127.0.0.1；其他地址上不建立演示账号 / address; demo accounts only on 127.0.0.1
  test …          运行全部测试，后面的参数交给 pytest / run the tests, arguments go to pytest
  manage …        交给 manage.py / pass on to manage.py
  --help          显示本说明 / show this

环境变量 / environment:
  NUOCHENG_DATA   数据文件夹（数据库、密钥、文件），默认 data/ / data folder, data/ unless set
  DATABASE_URL    PostgreSQL 数据库，不设则用数据文件夹里的 SQLite / a PostgreSQL; SQLite unless set
  NUOCHENG_FONTS  自有字体的文件夹（如 仿宋_GB2312） / folder with fonts of your own
  NUOCHENG_HOSTS  对外的域名，逗号分隔 / names the site is reached by, separated by commas
"""


class CommandLine(argparse.ArgumentParser):
    def format_help(self) -> str:
        return HELP

    def error(self, message: str) -> None:
        say(f"{USAGE}\n命令行有误：{message}；说明见 python3 run.py --help")
        sys.exit(2)


def port_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text} 应为 1 至 65535 的整数")
    return int(text)


def launch(arguments: list[str]) -> int:
    """The exit code, when this process has not become another program."""
    speak_utf8()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        dispatch(arguments, child_environment())
    except LaunchRefused as refused:
        say(str(refused))
        return 1
    except OSError as error:
        say(f"{error}。检查磁盘空间与权限，再运行一次。 / Check disk space and permissions, then run this again.")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def child_environment() -> dict[str, str]:
    """What children see: folders by their full path, and output that is neither garbled nor held back."""
    environ = {**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    environ["NUOCHENG_DATA"] = str(data_folder(environ))
    if environ.get("NUOCHENG_FONTS"):
        environ["NUOCHENG_FONTS"] = str(Path(environ["NUOCHENG_FONTS"]).expanduser().resolve())
    return environ


def dispatch(arguments: list[str], environ: dict[str, str]) -> None:
    if arguments[:1] == ["manage"]:
        return manage(arguments[1:], environ)
    if arguments[:1] == ["test"]:
        os.chdir(ROOT)
        return test(arguments[1:], environ)
    parser = CommandLine(prog="run.py", allow_abbrev=False)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=8000, type=port_number)
    asked = parser.parse_args(arguments)
    os.chdir(ROOT)
    return serve(asked.host, asked.port, environ)
