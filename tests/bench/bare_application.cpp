#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return QCoreApplication::arguments().isEmpty() ? 1 : 0;
}
