"""What is said of a database that does not answer, and what is asked of a PostgreSQL before it serves."""

from django.conf import settings
from django.db import DatabaseError, connection

FOLDER = "{folder} 中的数据不能读写（{reason}）：检查权限与剩余空间。 / Check the data folder."
UNUSABLE = (
    "PostgreSQL 不能使用（{reason}）：启动数据库服务，核对 DATABASE_URL 和其中用户的建表权限。"
    " / Start PostgreSQL, check DATABASE_URL and that its user may create tables."
)
ENCODING = (
    "PostgreSQL 数据库的编码是 {encoding}，存不下中文：用 createdb --encoding=UTF8 --locale=C --template=template0"
    " 另建一个。 / The database must be encoded in UTF8."
)
ORDER = (
    "PostgreSQL 数据库没有按 --locale=C 建立，列表中的排序会与拼音不完全一致。"
    " / Names sort differently: the database was not made with --locale=C."
)


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def refusal(error: OSError | DatabaseError) -> str:
    """One sentence, whatever the driver makes of it in how many lines."""
    reason = (str(error).strip() or type(error).__name__).splitlines()[0]
    if is_postgresql() and isinstance(error, DatabaseError):
        return UNUSABLE.format(reason=reason)
    return FOLDER.format(folder=settings.NUOCHENG_DATA, reason=reason)


def wrong_encoding() -> str:
    """Every text of the product is Chinese: a database in Latin-1 would fail at the first save."""
    encoding = _ask("SHOW server_encoding")
    return "" if encoding == "UTF8" else ENCODING.format(encoding=encoding)


def wrong_order() -> str:
    """Sorting keys are syllables with blanks between them, and many languages' rules pass over blanks."""
    return "" if _ask("SELECT 'a b' < 'aa'") else ORDER


def _ask(question: str):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]
