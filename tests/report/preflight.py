#!/usr/bin/env python3
"""Has Apache PDFBox's preflight judge the pages as the report room writes them: PDF/A-1b, before attachment and signatures.

preflight.py [emulator] <report_tst_inspection_report>   0: every file is valid; 1: one is not, or nobody can judge
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

JARS = ["preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "bcprov", "javax.activation", "jaxb-api"]


def class_path():
    paths = [f"/usr/share/java/{jar}.jar" for jar in JARS]
    missing = [path for path in paths if not os.path.exists(path)]
    return None if missing else ":".join(paths)


def main():
    jars = class_path()
    if not jars or not shutil.which("java"):
        print("NOT CHECKED: PDFBox preflight is not installed: ./dev setup")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TENKEN_GALLERY": folder, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([*sys.argv[1:], "departmentsDiffer"], env=environment, check=True, stdout=subprocess.DEVNULL)
        files = sorted(glob.glob(f"{folder}/*.pdf"))
        failed = 0
        for file in files:
            judge = subprocess.run(["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", file],
                                   capture_output=True, text=True)
            valid = "is a valid PDF/A-1b file" in judge.stdout
            failed += not valid
            print(judge.stdout.strip() if valid else judge.stdout + judge.stderr)
    print(f"{len(files) - failed} of {len(files)} files are PDF/A-1b")
    return 0 if files and not failed else 1


sys.exit(main())
