"""Names that a package must not take: something else is imported by them."""

from __future__ import annotations

import keyword
import re
from typing import Final

TAKEN: Final = frozenset("""
    abc aifc and annotated_types annotationlib antigravity anyio argparse array as
    assert ast async asynchat asyncio asyncore atexit audioop aux await base64 bdb
    binascii binhex bisect break builtins bz2 calendar case certifi cgi cgitb chunk
    class cmath cmd code codecs codeop collections colorsys com1 com2 com3 com4 com5
    com6 com7 com8 com9 compileall compression con concurrent configparser contextlib
    contextvars continue copy copyreg crypt csv ctypes curses dataclasses datetime dbm
    decimal def del difflib dis distutils docs doctest elif else email encodings
    ensurepip enum errno eval_type_backport except faulthandler fcntl filecmp fileinput
    finally fnmatch for fractions from ftplib functools gc genericpath getopt getpass
    gettext glob global graphlib grp gzip h11 hashlib heapq hmac html http httpcore
    httpx idlelib idna if imaplib imghdr imp import importlib in inspect io ipaddress is
    itertools json keyword lambda lib2to3 linecache locale logging lpt1 lpt2 lpt3 lpt4
    lpt5 lpt6 lpt7 lpt8 lpt9 lzma mailbox mailcap marshal match math mimetypes mmap
    modulefinder msilib msvcrt multiprocessing netrc nis nntplib nonlocal not nt ntpath
    nturl2path nul numbers opcode operator optparse or os ossaudiodev pass pathlib pdb
    pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint prn
    profile pstats pty pwd py_compile pyclbr pydantic pydantic_core pydoc pydoc_data
    pyexpat queue quopri raise random re readline reprlib resource return rlcompleter
    runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib
    sndhdr sniffio socket socketserver spwd sqlite3 src sre_compile sre_constants
    sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys
    sysconfig syslog tabnanny tarfile telnetlib tempfile termios test tests textwrap
    this threading time timeit tkinter token tokenize tomllib trace traceback
    tracemalloc try tty turtle turtledemo type types typing typing_extensions
    typing_inspection unicodedata unittest urllib uu uuid venv warnings wave weakref
    webbrowser while winreg winsound with wsgiref xdrlib xml xmlrpc yield zipapp zipfile
    zipimport zlib zoneinfo
    """.split())
"""The standard library of every supported Python, its keywords, what an SDK depends on, and the
devices of Windows, which no folder may be called by."""

_HARMLESS = frozenset("case docs match src test tests type".split())
"""Names among them that nothing else is imported by: they only look odd."""
_IMPORTABLE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII).fullmatch


def importable(module: str) -> bool:
    """Return whether a package of this name can be written to any disk, and imported."""
    first, *_ = parts = module.split(".")
    return (
        _IMPORTABLE(module) is not None
        and not any(keyword.iskeyword(part) for part in parts)
        and first.lower() not in TAKEN - _HARMLESS
    )
