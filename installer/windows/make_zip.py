#!/usr/bin/env python3
"""STAGE (from deploy.py) → a ZIP that runs where it is unpacked and keeps its data beside itself.

make_zip.py STAGE OUT.zip
"""

import sys
import time
import zipfile
from pathlib import Path

MARKER = "portable.txt"
TEXT = """このファイルがあるあいだ、Tenken はデータを隣の data フォルダーに保存します（持ち運び用）。
共有フォルダー（ネットワークドライブ）の上では使えません。起動: bin\\tenken.exe
"""


def main():
    stage, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    top = stage.name
    out.unlink(missing_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(stage.rglob("*")):
            if file.is_file():
                archive.write(file, f"{top}/{file.relative_to(stage).as_posix()}")
        marker = zipfile.ZipInfo(f"{top}/{MARKER}", time.localtime()[:6])
        marker.external_attr = 0o644 << 16
        marker.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(marker, TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    print(f"{out}: {out.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
