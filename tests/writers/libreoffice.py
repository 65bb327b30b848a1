"""LibreOffice without a window, in a profile of its own, pressing its own buttons by a macro, or printing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="没有找到 LibreOffice（soffice），未在其中打开文件。"
)
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
                 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(name As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim plain(0) As New com.sun.star.beans.PropertyValue
  Dim letter As Object
  Dim presser As Object
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  letter = StarDesktop.loadComponentFromURL(name &amp; ".docx", "_blank", 0, hidden())
  presser = createUnoService("com.sun.star.frame.DispatchHelper")
  presser.executeDispatch(letter.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  plain(0).Name = "FilterName"
  plain(0).Value = "Text"
  letter.storeToURL(name &amp; ".txt", plain())
  letter.close(True)
End Sub
</script:module>
"""


def settled_by_libreoffice(content: bytes, command: str, folder: Path) -> str:
    """The text with its numbers after AcceptAllTrackedChanges or RejectAllTrackedChanges."""
    profile = folder / "profile"
    file = folder / "letter.docx"
    file.write_bytes(content)
    office = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    if not profile.exists():
        _press([*office, "--terminate_after_init"])
        library = profile / "user/basic/Standard"
        (library / "script.xlb").write_text(LIBRARY, encoding="utf-8")
        (library / "Module1.xba").write_text(MACROS, encoding="utf-8")
    _press([*office, f"macro:///Standard.Module1.Settle({file.with_suffix('').as_uri()},{command})"])
    return file.with_suffix(".txt").read_text(encoding="utf-8-sig")


def read_by_libreoffice(content: bytes, folder: Path) -> str:
    """The text with its numbers, as LibreOffice opens it."""
    profile, file = folder / "profile", folder / "form.docx"
    file.write_bytes(content)
    convert = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, file]
    _press(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *convert])
    return file.with_suffix(".txt").read_text(encoding="utf-8-sig")


def _press(command: list[str], **environment: str) -> None:
    subprocess.run(command, capture_output=True, check=True, timeout=120, env=os.environ | environment)


FONT_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>{faces}</fontconfig>
"""
FACE = """<match target="pattern"><test name="family"><string>{asked}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{given}</string></edit></match>"""


def printed_by_libreoffice(content: bytes, folder: Path, fonts: Path, faces: dict[str, str]) -> bytes:
    """A Word file as PDF, with the fonts of one folder only: `faces` says which stands in for which."""
    file, settings = folder / "letter.docx", folder / "fonts.conf"
    file.write_bytes(content)
    given = "".join(FACE.format(asked=asked, given=name) for asked, name in faces.items())
    settings.write_text(FONT_SETTINGS.format(folder=fonts, cache=folder / "cache", faces=given), encoding="utf-8")
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    _press([*office, "--convert-to", "pdf", "--outdir", str(folder), str(file)], FONTCONFIG_FILE=str(settings))
    return file.with_suffix(".pdf").read_bytes()
