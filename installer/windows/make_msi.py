#!/usr/bin/env python3
"""STAGE (from deploy.py) → MSI, with Debian's wixl and msibuild.

make_msi.py STAGE VERSION OUT.msi

One component for each file, its GUID made from its path, so that an upgrade replaces file by file. wixl cannot write
Japanese in code page 932: the texts are put in afterwards.
"""

import hashlib
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

UPGRADE_CODE = "F0A1B8B1-6B0B-4C57-9C63-2D0E7C7F4E10"  # never changes: Windows knows an older Tenken by it
COMPONENTS = uuid.UUID("0f7f1d2c-8a5e-4d43-b7a9-5a6d1b3c9e21")
NAME, MAKER = "点検 Tenken", "Tenken"
NEWER = "より新しいバージョンの Tenken がインストールされています。インストールを中止します。"
MAIN = "bin/tenken.exe"

PRODUCT = """<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="*" Name="Tenken" Language="1041" Codepage="932" Version="{version}" Manufacturer="Tenken" UpgradeCode="{code}">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Languages="1041" SummaryCodepage="932"
   Description="Tenken" Comments="Tenken" Manufacturer="Tenken"/>
  <MajorUpgrade DowngradeErrorMessage="@NEWER@"/>
  <MediaTemplate EmbedCab="yes"/>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Tenken">
{folders}
   </Directory></Directory>
   <Directory Id="ProgramMenuFolder"/>
  </Directory>
  <Feature Id="Main" Level="1" Title="Tenken">
{references}
  </Feature>
 </Product>
</Wix>
"""


def identifier(kind, path):
    return kind + hashlib.sha256(path.encode()).hexdigest()[:32].upper()


def folder_xml(stage, folder, references):
    lines = []
    for entry in sorted(folder.iterdir()):
        path = entry.relative_to(stage).as_posix()
        if entry.is_dir():
            lines += [f'<Directory Id="{identifier("d", path)}" Name={quoteattr(entry.name)}>',
                      *folder_xml(stage, entry, references), "</Directory>"]
            continue
        component = identifier("c", path)
        references.append(f'<ComponentRef Id="{component}"/>')
        file = identifier("f", path)
        shortcut = (f'<Shortcut Id="menu" Directory="ProgramMenuFolder" Name="@MENU@" Target="[#{file}]" '
                    'WorkingDirectory="INSTALLDIR"/>') if path == MAIN else ""
        lines.append(f'<Component Id="{component}" Guid="{str(uuid.uuid5(COMPONENTS, path)).upper()}" Win64="yes">'
                     f'<File Id="{file}" Name={quoteattr(entry.name)} Source={quoteattr(path)} KeyPath="yes"/>'
                     f'{shortcut}</Component>')
    return lines


def main():
    stage, version, out = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve()
    references = []
    folders = folder_xml(stage, stage, references)
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "tenken.wxs"
        source.write_text(PRODUCT.format(version=version, code=UPGRADE_CODE, folders="\n".join(folders),
                                         references="\n".join(references)), encoding="utf-8")
        out.unlink(missing_ok=True)
        subprocess.check_call(["wixl", "-a", "x64", "-o", str(out), str(source)], cwd=stage)  # its paths are relative
        codepage = Path(scratch) / "codepage.idt"
        codepage.write_bytes(b"\r\n\r\n932\t_ForceCodepage\r\n")
        subprocess.check_call(["msibuild", str(out), "-i", str(codepage)])
    for statement in (
            f"UPDATE `Property` SET `Value`='{NAME}' WHERE `Property`='ProductName'",
            f"UPDATE `Property` SET `Value`='{MAKER}' WHERE `Property`='Manufacturer'",
            f"UPDATE `Shortcut` SET `Name`='{NAME}' WHERE `Shortcut`='menu'",
            f"UPDATE `LaunchCondition` SET `Description`='{NEWER}' WHERE `Description`='@NEWER@'"):
        subprocess.check_call(["msibuild", str(out), "-q", statement])
    subprocess.check_call(["msibuild", str(out), "-s", NAME, MAKER, "x64;1041"])
    print(f"{out}: {out.stat().st_size // 1024} KiB, {len(references)} files")


if __name__ == "__main__":
    main()
