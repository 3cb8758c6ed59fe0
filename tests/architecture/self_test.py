#!/usr/bin/env python3
"""Plants one violation after the other in a small clean house and requires that each is found."""

import argparse
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

sys.path.append(str(Path(__file__).resolve().parent.parent / "docs"))

from check import QT_INCLUDE  # noqa: E402
from check_docs import broken_examples, broken_links, undescribed, unknown_commands  # noqa: E402
from house import House, rooms_table  # noqa: E402
from rules import FOLDER, FUNCTION, LINES, over_aim, violations  # noqa: E402

CLEAN = {
    "app/core/CMakeLists.txt": "app_add_library(core)\n",
    "app/core/answer.h": "#pragma once\n#include <QString>\nstruct Answer { QString comment; };\n",
    "app/core/score.h": '#pragma once\n#include "core/answer.h"\nint score(const Answer &answer);\n',
    "app/core/score.cpp": '#include "core/score.h"\n// tr("said in a comment"), SELECT too\n'
                          'int score(const Answer &answer)\n{\n    return int(answer.comment.size());\n}\n',
    "app/wording/CMakeLists.txt": "app_add_library(wording DEPENDS core)\n",
    "app/wording/words.cpp": '#include "core/answer.h"\nQString words() { return QObject::tr("Done"); }\n',
    "app/exchange/CMakeLists.txt": "app_add_library(exchange DEPENDS core LINKS ZLIB::ZLIB)\n",
    "app/exchange/packed.cpp": '#include "core/answer.h"\n#include <zlib.h>\n',
    "app/storage/CMakeLists.txt": "app_add_library(storage DEPENDS core LINKS Qt6::Sql)\n",
    "app/storage/answer_repository.h": "#pragma once\nclass AnswerRepository {};\n",
    "app/storage/answer_repository.cpp": '#include "storage/answer_repository.h"\n#include <QSqlQuery>\n'
                                         'static const char *all = "SELECT code FROM answer";\n',
    "app/storage/migrations/0001_create_answer.sql": "CREATE TABLE answer (code TEXT) STRICT;\n",
    "app/signing/CMakeLists.txt": "app_add_library(signing DEPENDS core LINKS OpenSSL::Crypto LATE tenken_qpdf)\n",
    "app/signing/cms.cpp": "#include <openssl/cms.h>\n",
    "app/signing/late/rewrite.cpp": "#include <openssl/cms.h>\n#include <qpdf/QPDF.hh>\n",
    "app/report/CMakeLists.txt": "app_add_library(report DEPENDS core wording LINKS Qt6::Gui)\n",
    "app/report/sheet.h": "#pragma once\n#include <QPainter>\nclass Sheet {};\n",
    "app/workflow/CMakeLists.txt": "app_add_library(workflow DEPENDS core wording exchange storage signing report)\n",
    "app/workflow/documents/export_submission.cpp": '#include "storage/answer_repository.h"\n#include "core/score.h"\n',
    "app/viewmodel/CMakeLists.txt": "app_add_library(viewmodel DEPENDS core wording workflow)\n",
    "app/viewmodel/answer_table_model.h": "#pragma once\n#include <QAbstractTableModel>\nclass AnswerTableModel {};\n",
    "app/cli/CMakeLists.txt": "app_add_library(cli DEPENDS core wording workflow LINKS Qt6::Gui)\n",
    "app/cli/command.h": "#pragma once\nclass Command {};\n",
    "app/gui/CMakeLists.txt": "app_add_library(gui DEPENDS core viewmodel LINKS Qt6::Widgets)\n",
    "app/gui/main_window.h": "#pragma once\n#include <QMainWindow>\nclass MainWindow {};\n",
    "app/gui/main_window.cpp": '#include "gui/main_window.h"\n#include "ui_main_window.h"\n#include <QIcon>\n',
    "app/desktop/CMakeLists.txt": "add_executable(tenken main.cpp)\ntarget_link_libraries(tenken PRIVATE tenken::gui)\n",
    "app/desktop/main.cpp": '#include "gui/main_window.h"\n#include <QApplication>\nint main() { return 0; }\n',
    "tests/core/CMakeLists.txt": "app_add_tests(core)\n",
    "tests/core/tst_score.cpp": '#include "core/score.h"\n#include "support/fixture.h"\n#include "tst_score.moc"\n',
    "tests/support/fixture.h": "#pragma once\n",
}


def function(lines):
    return "void f()\n{\n" + "    ;\n" * (lines - 3) + "}\n"


# name → (rule, what is planted, every fragment that the finding must name)
PLANTED = {
    "include up": ("includes", {"app/core/up.h": '#include "storage/answer_repository.h"\n'},
                   ["app/core/up.h:1", "app/storage/answer_repository.h", "goes up"]),
    "include sideways": ("includes", {"app/exchange/side.h": '#pragma once\n#include "storage/answer_repository.h"\n'},
                         ["app/exchange/side.h:2", "app/storage/answer_repository.h", "sideways"]),
    "include sideways between cli and viewmodel": (
        "includes", {"app/cli/side.h": '#include "viewmodel/answer_table_model.h"\n'},
        ["app/cli/side.h", "app/viewmodel/answer_table_model.h", "sideways"]),
    "include undeclared": ("includes", {"app/gui/deep.h": '#include "report/sheet.h"\n'},
                           ["app/gui/deep.h", "app/report/sheet.h", "not declared"]),
    "include spelt with spaces": ("includes", {"app/core/up.h": '  #  include "gui/main_window.h"\n'},
                                  ["app/core/up.h:1", "app/gui/main_window.h"]),
    "include relative": ("includes", {"app/core/near.h": '#include "answer.h"\n'}, ["app/core/near.h", "answer.h"]),
    "test out of its room": ("includes", {"tests/core/tst_far.cpp": '#include "gui/main_window.h"\n'},
                             ["tests/core/tst_far.cpp", "app/gui/main_window.h"]),
    "declared upwards": ("rooms", {"app/core/CMakeLists.txt": "app_add_library(core DEPENDS storage)\n"},
                         ["app/core/CMakeLists.txt", "app/storage/CMakeLists.txt"]),
    "declared sideways": ("rooms", {"app/signing/CMakeLists.txt": "app_add_library(signing DEPENDS core\n  exchange "
                                    "LINKS OpenSSL::Crypto LATE tenken_qpdf)\n"},
                          ["app/signing/CMakeLists.txt", "app/exchange/CMakeLists.txt"]),
    "unknown room": ("rooms", {"app/plugins/CMakeLists.txt": "app_add_library(plugins)\n"}, ["plugins"]),
    "core reads a file": ("libraries", {"app/core/read.cpp": "#include <QtCore/QSaveFile>\n"},
                          ["app/core/read.cpp:1", "no input or output"]),
    "SQL class outside": ("libraries", {"app/workflow/ask.cpp": "#include <QSqlDatabase>\n"},
                          ["app/workflow/ask.cpp:1", "QtSql"]),
    "SQL header by module": ("libraries", {"app/workflow/ask.cpp": "#include <QtSql/QSqlQuery>\n"}, ["QtSql"]),
    "SQL header by old name": ("libraries", {"app/workflow/ask.cpp": "#include <qsqlquery.h>\n"}, ["QtSql"]),
    "SQL type outside": ("sql", {"app/workflow/ask.h": "class QSqlQuery;\n"}, ["app/workflow/ask.h", "QSqlQuery"]),
    "SQL text outside": ("sql", {"app/cli/ask.cpp": 'auto q = u"DELETE FROM answer"_qs;\n'},
                         ["app/cli/ask.cpp", "DELETE FROM"]),
    "SQL raw text outside": ("sql", {"app/cli/ask.cpp": 'auto q = R"sql(\n  SELECT a\n  FROM b )sql";\n'},
                             ["app/cli/ask.cpp", "SELECT"]),
    "OpenSSL outside": ("libraries", {"app/storage/seal.cpp": "#include <openssl/evp.h>\n"},
                        ["app/storage/seal.cpp:1", "openssl/evp.h"]),
    "qpdf outside": ("libraries", {"app/report/pdf.cpp": "#include <qpdf/QPDFWriter.hh>\n"}, ["app/report/pdf.cpp"]),
    "qpdf at the start": ("libraries", {"app/signing/pdf/build.cpp": "#include <qpdf/QPDF.hh>\n"},
                          ["app/signing/pdf/build.cpp:1", "tenken_qpdf", "app/signing/late"]),
    "xlsxwriter undeclared": ("libraries", {"app/exchange/book.cpp": "#include <xlsxwriter.h>\n"},
                              ["app/exchange/book.cpp", "app/exchange/CMakeLists.txt", "tenken_xlsxwriter"]),
    "widgets outside": ("libraries", {"app/report/box.cpp": "#include <QMessageBox>\n"},
                        ["app/report/box.cpp", "QtWidgets"]),
    "print support in desktop": ("libraries", {"app/desktop/print.cpp": "#include <QPrinter>\n"}, ["QtPrintSupport"]),
    "icon in viewmodel": ("libraries", {"app/viewmodel/icon.cpp": "#include <QIcon>\n"},
                          ["app/viewmodel/icon.cpp", "QtGui"]),
    "widget in viewmodel": ("libraries", {"app/viewmodel/icon.cpp": "#include <QtWidgets/QLabel>\n"}, ["QtWidgets"]),
    "picture in core": ("libraries", {"app/core/ink.h": "#include <QColor>\n"}, ["app/core/ink.h", "QtGui"]),
    "network undeclared": ("libraries", {"app/cli/net.cpp": "#include <QNetworkAccessManager>\n"},
                           ["app/cli/net.cpp", "QtNetwork"]),
    "tr outside": ("words", {"app/workflow/say.cpp": '\nauto s = QObject::tr("Saved");\n'},
                   ["app/workflow/say.cpp:2"]),
    "translate outside": ("words", {"app/core/say.cpp": 'auto s = QCoreApplication::translate("a", "b");\n'},
                          ["app/core/say.cpp:1"]),
    "tr macro outside": ("words", {"app/viewmodel/say.h": "struct Say { Q_DECLARE_TR_FUNCTIONS(Say) };\n"},
                         ["app/viewmodel/say.h:1"]),
    "include cycle": ("cycles", {"app/core/answer.h": '#pragma once\n#include "core/score.h"\n'},
                      ["app/core/answer.h", "app/core/score.h"]),
    "long source": ("sizes", {"app/core/long.cpp": "\n" * (LINES[".cpp"].gate + 1)}, ["app/core/long.cpp", "501"]),
    "long header": ("sizes", {"app/core/long.h": "\n" * (LINES[".h"].gate + 1)}, ["app/core/long.h", "201"]),
    "long test": ("sizes", {"tests/core/tst_long.cpp": "\n" * (LINES[".cpp"].gate + 1)}, ["tests/core/tst_long.cpp"]),
    "long function": ("sizes", {"app/core/f.cpp": "\n" + function(FUNCTION.gate + 1)}, ["app/core/f.cpp:2", "f()"]),
    "long member": ("sizes", {"app/gui/f.h": "class F {\n    Q_OBJECT\n" + function(FUNCTION.gate + 1) + "};\n"},
                    ["app/gui/f.h:3"]),
    "crowded folder": ("sizes", {f"app/report/part_{i}.h": "" for i in range(FOLDER.gate)}, ["app/report", "31"]),
    "camel-case file": ("names", {"app/core/fiscalYear.h": ""}, ["app/core/fiscalYear.h"]),
    "dashed file": ("names", {"app/core/fiscal-year.h": ""}, ["app/core/fiscal-year.h"]),
    "capital folder": ("names", {"app/gui/Pages/home.h": ""}, ["app/gui/Pages"]),
    "vague file": ("names", {"app/core/string_utils.h": ""}, ["app/core/string_utils.h"]),
    "vague type": ("names", {"app/core/keys.h": "class KeyManager {};\n"}, ["app/core/keys.h:1", "KeyManager"]),
    "vague enum": ("names", {"app/core/keys.h": "enum class MiscKind { A };\n"}, ["MiscKind"]),
    "type style": ("names", {"app/core/keys.h": "struct key_pair {};\n"}, ["app/core/keys.h:1", "key_pair"]),
    "repository elsewhere": ("names", {"app/core/answer_repository.h": ""}, ["app/core/answer_repository.h", "storage"]),
    "table out of step": ("documented", {"docs/architecture.md": "no table\n"}, ["docs/architecture.md"]),
}

# What looks like a violation and is none
INNOCENT = {
    "words in strings and comments": {"app/core/quiet.cpp": '// tr("x")\n/* QSqlQuery */ auto s = "tr(1) // QSqlQuery";\n'},
    "a word that ends in tr": {"app/core/quiet.cpp": 'int intr(int);\nauto s = intr(1);\n'},
    "digit separators": {"app/core/quiet.cpp": "int n = 600'000; // it's fine\n"},
    "a commented include": {"app/core/quiet.cpp": '// #include "gui/main_window.h"\n/*\n#include <QWidget>\n*/\n'},
    "prose that begins like SQL": {"app/cli/quiet.cpp": 'auto s = "SELECT a department";\n'},
    "a manager of Qt's": {"app/gui/quiet.h": "class QNetworkAccessManager;\n"},
    "a name that contains a vague word": {"app/core/utility_bill.h": "class Commonwealth {};\n"},
    "a macro before much code": {"app/core/meta.cpp": "Q_DECLARE_METATYPE(Answer)\n" + "namespace {\n" + "int a;\n" * 90
                                 + "int f() { return a; }\n}\n"},
    "exactly at the gate": {"app/core/full.cpp": function(FUNCTION.gate) + "\n" * (LINES[".cpp"].gate - FUNCTION.gate)},
}


class SelfTest(unittest.TestCase):
    qt_include = QT_INCLUDE

    def inspect(self, planted):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {**CLEAN, **planted}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            house = House(root, self.qt_include)
            if "docs/architecture.md" not in planted:
                (root / "docs").mkdir()
                (root / "docs/architecture.md").write_text(f"# House\n\n{rooms_table(house)}\n", encoding="utf-8")
            return violations(house), over_aim(house)

    def test_clean_house_passes(self):
        found, noted = self.inspect({})
        self.assertEqual([], found)
        self.assertEqual([], noted)

    def test_every_planted_violation_is_found(self):
        for name, (rule, planted, fragments) in PLANTED.items():
            with self.subTest(name):
                found, _ = self.inspect(planted)
                matching = [str(each) for each in found if each.rule == rule
                            and all(fragment in str(each) for fragment in fragments)]
                self.assertTrue(matching, f"{fragments} not among {[str(each) for each in found]}")
                self.assertEqual({rule}, {each.rule for each in found}, [str(each) for each in found])

    def test_innocent_code_passes(self):
        for name, planted in INNOCENT.items():
            with self.subTest(name):
                self.assertEqual([], [str(each) for each in self.inspect(planted)[0]])

    def test_aims_are_only_told(self):
        found, noted = self.inspect({"app/core/long.h": "\n" * (LINES[".h"].aim + 1)})
        self.assertEqual([], found)
        self.assertEqual(["app/core/long.h: 101 lines, aim 100"], noted)

    def test_wrong_pages_are_found(self):
        page = Path(__file__)
        self.assertEqual([], [*broken_links(page, "[a](check.py) [b](https://example.org) `[c](no.md)`")])
        self.assertEqual([], [*broken_links(page, "[a](../../docs/architecture.md#errors-ownership-names)")])
        self.assertEqual([1], [line for line, _ in broken_links(page, "[a](../../docs/architecture.md#no-such)")])
        self.assertEqual([2], [line for line, _ in broken_links(page, "\n[a](no_such_page.md)")])
        self.assertEqual([], [*broken_examples('```json\n{"a": 1}\n```\n```\n{free}\n```\n')])
        self.assertEqual([2, 5], [line for line, _ in broken_examples('```\n{"format": }\n```\n```json\n{\n```\n')])
        commands = {"verify", "store check"}
        self.assertEqual([], [*unknown_commands("`tenken-cli verify a.pdf`, `tenken-cli store check`, `./dev run`", commands, {"run"})])
        self.assertEqual(["no such command: tenken-cli shop", "no such command: tenken-cli store sell", "no such command: ./dev fly"],
                         [problem for _, problem in
                          unknown_commands("`tenken-cli shop`\n`tenken-cli store sell`\n`./dev fly`", commands, {"run"})])
        self.assertEqual([], [*undescribed("tenken-cli verify a.pdf, `tenken-cli store check`", commands)])
        self.assertEqual(["tenken-cli store check is not described"],
                         [problem for _, problem in undescribed("tenken-cli verify", commands)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--qt-include", default=QT_INCLUDE)
    arguments, rest = parser.parse_known_args()
    SelfTest.qt_include = arguments.qt_include
    unittest.main(argv=[sys.argv[0], *rest])
