#!/usr/bin/env python3
"""STAGE (from deploy.py) → a setup program for a single PC without group policy, with NSIS (the product is the MSI).

make_setup.py STAGE VERSION OUT.exe     silent: OUT.exe /S, uninstall.exe /S
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from make_msi import ICON, MAKER, NAME

SCRIPT = r"""Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tenken setup"
Name "{name}"
OutFile "{out}"
SetCompressor /SOLID lzma
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\Tenken"
ManifestDPIAware true
ManifestSupportedOS Win10
VIProductVersion "{version}.0"
VIAddVersionKey /LANG=1041 "ProductName" "{name}"
VIAddVersionKey /LANG=1041 "FileDescription" "{name} セットアップ"
VIAddVersionKey /LANG=1041 "FileVersion" "{version}"
VIAddVersionKey /LANG=1041 "LegalCopyright" "Apache-2.0"
!define MUI_ICON "{icon}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Japanese"

Function .onInit
  SetRegView 64
FunctionEnd
Function un.onInit
  SetRegView 64
FunctionEnd

Section "本体"
  SetShellVarContext all
  SetOutPath "$INSTDIR"
  File /r "{stage}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\{name}.lnk" "$INSTDIR\bin\tenken.exe"
  WriteRegStr HKLM "${{KEY}}" "DisplayName" "{name}"
  WriteRegStr HKLM "${{KEY}}" "DisplayVersion" "{version}"
  WriteRegStr HKLM "${{KEY}}" "Publisher" "{maker}"
  WriteRegStr HKLM "${{KEY}}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${{KEY}}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${{KEY}}" "NoModify" 1
  WriteRegDWORD HKLM "${{KEY}}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  SetShellVarContext all
  Delete "$SMPROGRAMS\{name}.lnk"
{removal}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${{KEY}}"
SectionEnd
"""


def removal(stage):
    """Each file and folder by name: what somebody else put there stays."""
    entries = sorted(stage.rglob("*"), key=lambda entry: (-len(entry.parts), str(entry)))
    windows = [(entry, str(entry.relative_to(stage)).replace("/", "\\")) for entry in entries]
    return "\n".join([f'  Delete "$INSTDIR\\{name}"' for entry, name in windows if entry.is_file()]
                     + [f'  RMDir "$INSTDIR\\{name}"' for entry, name in windows if entry.is_dir()])


def main():
    stage, version, out = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        script = Path(scratch) / "tenken.nsi"
        script.write_text(SCRIPT.format(name=NAME, maker=MAKER, version=version, icon=ICON, stage=stage, out=out,
                                        removal=removal(stage)), encoding="utf-8")
        subprocess.check_call(["makensis", "-V2", "-INPUTCHARSET", "UTF8", str(script)])
    print(f"{out}: {out.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
