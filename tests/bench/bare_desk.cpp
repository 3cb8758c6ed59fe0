// The floor of a window: one tree and one text on a main window, in the font that a Japanese program brings along, with
// one line of it.
// bare_desk [font file …]
#include <QApplication>
#include <QFontDatabase>
#include <QMainWindow>
#include <QSplitter>
#include <QTextEdit>
#include <QTreeView>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    for (const QString &face : QApplication::arguments().mid(1)) {
        const int id = QFontDatabase::addApplicationFont(face);
        QApplication::setFont(QFont(QFontDatabase::applicationFontFamilies(id)));
    }
    QMainWindow window;
    auto *splitter = new QSplitter(&window);
    splitter->addWidget(new QTreeView(splitter));
    splitter->addWidget(new QTextEdit(QStringLiteral("情報セキュリティ自己点検"), splitter));
    window.setCentralWidget(splitter);
    window.resize(1280, 720);
    window.show();
    return QApplication::exec();
}
