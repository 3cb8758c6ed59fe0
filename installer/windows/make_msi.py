#!/usr/bin/env python3
"""STAGE (from deploy.py) → MSI, with Debian's wixl and msibuild.

make_msi.py STAGE VERSION OUT.msi

One component for each file and each folder, its GUID made from its path, so that an upgrade replaces file by file and
a removal takes the folders along. wixl cannot write Japanese in code page 932: the texts are put in afterwards.
"""

import hashlib
import os
import re
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
DOCUMENT = "Tenken の点検票"
ROUND = "Tenken の点検実施回"
MAIN = "bin/tenken.exe"
ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "tenken.ico"

PRODUCT = """<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="*" Name="Tenken" Language="1041" Codepage="932" Version="{version}" Manufacturer="Tenken" UpgradeCode="{code}">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Languages="1041" SummaryCodepage="932"
   Description="Tenken" Comments="Tenken" Manufacturer="Tenken"/>
  <MajorUpgrade DowngradeErrorMessage="@NEWER@"/>
  <MediaTemplate EmbedCab="yes"/>
  <Icon Id="tenken.ico" SourceFile={icon}/>
  <Property Id="ARPPRODUCTICON" Value="tenken.ico"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="Tenken">
{folders}
   </Directory></Directory>
   <Directory Id="ProgramMenuFolder"/>
  </Directory>
  <Feature Id="Main" Level="1" Title="@FEATURE@">
{references}
  </Feature>
 </Product>
</Wix>
"""

# Tenken is offered under "Open with" for PDF files; which program opens them by itself stays as it is. Round files are ours.
ASSOCIATION = """<RegistryValue Root="HKLM" Key="Software\\Classes\\Tenken.Document" Type="string" Value="@DOCUMENT@"/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\Tenken.Document\\DefaultIcon" Type="string" Value="[#{file}],0"/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\Tenken.Document\\shell\\open\\command" Type="string" Value="&quot;[#{file}]&quot; &quot;%1&quot;"/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\.pdf\\OpenWithProgids" Name="Tenken.Document" Type="string" Value=""/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\Tenken.Round" Type="string" Value="@ROUND@"/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\Tenken.Round\\DefaultIcon" Type="string" Value="[#{file}],0"/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\Tenken.Round\\shell\\open\\command" Type="string" Value="&quot;[#{file}]&quot; &quot;%1&quot;"/>
<RegistryValue Root="HKLM" Key="Software\\Classes\\.tenken-round" Type="string" Value="Tenken.Round"/>"""


def identifier(kind, path):
    return kind + hashlib.sha256(path.encode()).hexdigest()[:32].upper()


def component(path, content, references):
    name = identifier("c", path)
    references.append(f'<ComponentRef Id="{name}"/>')
    guid = str(uuid.uuid5(COMPONENTS, path)).upper()
    return f'<Component Id="{name}" Guid="{guid}" Win64="yes">{content}</Component>'


def file_xml(path, name):
    file = identifier("f", path)
    content = f'<File Id="{file}" Name={quoteattr(name)} Source={quoteattr(path)} KeyPath="yes"/>'
    if path == MAIN:
        content += ('<Shortcut Id="menu" Directory="ProgramMenuFolder" Name="@MENU@" '
                    f'Target="[#{file}]" WorkingDirectory="INSTALLDIR" Icon="tenken.ico"/>')
        content += ASSOCIATION.replace("{file}", file)
    return content


def folder_xml(stage, folder, references):
    path = folder.relative_to(stage).as_posix()
    removal = f'<CreateFolder/><RemoveFolder Id="{identifier("r", path)}" On="uninstall"/>'
    lines = [component(path + "/", removal, references)]
    for entry in sorted(folder.iterdir()):
        path = entry.relative_to(stage).as_posix()
        if entry.is_dir():
            lines += [f'<Directory Id="{identifier("d", path)}" Name={quoteattr(entry.name)}>',
                      *folder_xml(stage, entry, references), "</Directory>"]
        else:
            lines.append(component(path, file_xml(path, entry.name), references))
    return lines


def short_name(path):
    """8.3, made from the path, so that it is the same in every version"""
    return hashlib.sha256(path.as_posix().encode()).hexdigest()[:8].upper() + path.suffix[:4].upper()


def needs_short_name(name):
    return not re.fullmatch(r"[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,3})?", name)


def put_short_names_in(msi, stage):
    """Windows Installer wants short|long where a name is not 8.3; wixl writes the long one alone."""
    queries = []
    for entry in stage.rglob("*"):
        path = entry.relative_to(stage)
        if needs_short_name(path.name):
            both = f"{short_name(path)}|{path.name}"
            table, key, kind = ("Directory", "DefaultDir", "d") if entry.is_dir() else ("File", "FileName", "f")
            queries += ["-q", f"UPDATE `{table}` SET `{key}`='{both}' "
                              f"WHERE `{table}`='{identifier(kind, path.as_posix())}'"]
    if queries:
        subprocess.check_call(["msibuild", str(msi), *queries])


def put_japanese_in(msi, scratch):
    codepage = Path(scratch) / "codepage.idt"
    codepage.write_bytes(b"\r\n\r\n932\t_ForceCodepage\r\n")
    subprocess.check_call(["msibuild", str(msi), "-i", str(codepage)])
    for statement in (
            f"UPDATE `Property` SET `Value`='{NAME}' WHERE `Property`='ProductName'",
            f"UPDATE `Property` SET `Value`='{MAKER}' WHERE `Property`='Manufacturer'",
            f"UPDATE `Shortcut` SET `Name`='{NAME}' WHERE `Shortcut`='menu'",
            "UPDATE `Feature` SET `Title`='本体' WHERE `Feature`='Main'",
            f"UPDATE `Registry` SET `Value`='{DOCUMENT}' WHERE `Value`='@DOCUMENT@'",
            f"UPDATE `Registry` SET `Value`='{ROUND}' WHERE `Value`='@ROUND@'",
            f"UPDATE `LaunchCondition` SET `Description`='{NEWER}' WHERE `Description`='@NEWER@'"):
        subprocess.check_call(["msibuild", str(msi), "-q", statement])
    subprocess.check_call(["msibuild", str(msi), "-s", NAME, MAKER, "x64;1041"])


def main():
    stage, version, out = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve()
    references = []
    folders = folder_xml(stage, stage, references)
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "tenken.wxs"
        source.write_text(PRODUCT.format(version=version, code=UPGRADE_CODE, icon=quoteattr(os.path.relpath(ICON, stage)),
                                         folders="\n".join(folders), references="\n".join(references)),
                          encoding="utf-8")
        out.unlink(missing_ok=True)
        subprocess.check_call(["wixl", "-a", "x64", "-o", str(out), str(source)], cwd=stage)  # its paths are relative
        put_short_names_in(out, stage)
        put_japanese_in(out, scratch)
    print(f"{out}: {out.stat().st_size // 1024} KiB, {len(references)} components")


if __name__ == "__main__":
    main()
