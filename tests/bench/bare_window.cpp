// The floor of a start with windows: one empty window. installer/windows/measure_start.sh builds it.
#include <QApplication>
#include <QWidget>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.setWindowTitle(QStringLiteral("Bare window"));
    window.resize(1280, 720);
    window.show();
    return QApplication::exec();
}
