// The floor of a window: one tree and one text on a main window. Prints the resident memory when it is painted.
#include "bench/first_paint.h"

#include <QApplication>
#include <QMainWindow>
#include <QSplitter>
#include <QTextEdit>
#include <QTreeView>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto *splitter = new QSplitter(&window);
    splitter->addWidget(new QTreeView(splitter));
    splitter->addWidget(new QTextEdit(splitter));
    window.setCentralWidget(splitter);
    window.resize(1280, 720);
    window.show();
    return tenken::bench::untilPainted(window);
}
