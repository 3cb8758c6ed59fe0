#!/usr/bin/env python3
"""Lays out what runs on Windows: programs, data, the Qt plugins, and every DLL that these import.

deploy.py BUILD STAGE     BUILD: a build of the preset windows-release; STAGE: made anew
    STAGE/bin/{tenken,tenken-cli}.exe, *.dll, plugins/, qt.conf     STAGE/share/tenken     STAGE/share/doc/tenken
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

TRIPLET = "x86_64-w64-mingw32"
PLUGINS = ["platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qwindowsvistastyle.dll",
           "sqldrivers/qsqlite.dll", "imageformats/qjpeg.dll", "imageformats/qico.dll", "tls/qschannelbackend.dll"]
FONT_LICENCE = "/usr/share/doc/fonts-morisawa-bizud-gothic/copyright"
ROOT = Path(__file__).resolve().parents[2]


def sysroot_folder():
    cache = os.environ.get("TENKEN_WINDOWS_CACHE", Path.home() / ".cache" / "tenken-windows")
    return Path(os.environ.get("TENKEN_SYSROOT", Path(cache) / "sysroot"))


def compiler_file(name):
    return Path(subprocess.check_output([f"{TRIPLET}-g++-posix", f"-print-file-name={name}"], text=True).strip())


def known_dlls(sysroot):
    folders = [Path(f"/usr/{TRIPLET}/lib"), compiler_file("libgcc_s_seh-1.dll").parent, sysroot / "bin"]
    return {file.name.lower(): file for folder in folders for file in folder.glob("*.dll")}


def imports(file):
    listing = subprocess.check_output([f"{TRIPLET}-objdump", "-p", str(file)], text=True, errors="replace")
    return [name.lower() for name in re.findall(r"DLL Name: (\S+)", listing)]


def copy_with_imports(files, known, folder):
    """files: (from, to). What is not known is Windows' own; returned by name."""
    todo, done, windows = list(files), set(), set()
    while todo:
        source, target = todo.pop()
        if target in done:
            continue
        done.add(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source != target:
            shutil.copy2(source, target)
        subprocess.check_call([f"{TRIPLET}-strip", "--strip-all", str(target)])
        for name in imports(target):
            if name in known:
                todo.append((known[name], folder / known[name].name))
            else:
                windows.add(name)
    return windows


def main():
    build, stage = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    sysroot = sysroot_folder()
    shutil.rmtree(stage, ignore_errors=True)
    subprocess.check_call(["cmake", "--install", str(build), "--prefix", str(stage)], stdout=subprocess.DEVNULL)
    programs = stage / "bin"
    if not list(programs.glob("*.exe")):
        sys.exit(f"deploy: {build} installs no program")
    # Our own DLLs are parts that are loaded late: no program imports them.
    files = [(file, file) for file in sorted([*programs.glob("*.exe"), *programs.glob("*.dll")])]
    files += [(sysroot / "plugins" / name, programs / "plugins" / name) for name in PLUGINS]
    windows = copy_with_imports(files, known_dlls(sysroot), programs)
    (programs / "qt.conf").write_text("[Paths]\nPrefix=.\nPlugins=plugins\n")
    notices = stage / "share" / "doc" / "tenken"
    shutil.copytree(sysroot / "licenses", notices / "licenses")
    shutil.copy2(FONT_LICENCE, notices / "licenses" / "fonts-morisawa-bizud-gothic.copyright")
    for name in ("LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy2(ROOT / name, notices)
    print("Windows' own:", " ".join(sorted(windows)))
    size = sum(file.stat().st_size for file in stage.rglob("*") if file.is_file())
    print(f"{stage}: {sum(1 for file in stage.rglob('*') if file.is_file())} files, {size // 1024} KiB")


if __name__ == "__main__":
    main()
