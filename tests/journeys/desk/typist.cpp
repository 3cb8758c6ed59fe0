// A plugin that Qt loads into the real program (QT_QPA_GENERIC_PLUGINS=typist): it does what standard input says, one
// command a line, with key events, and answers each with one line on standard output.
//   press <key sequence>   type <text>   text <object name>   page   focus
#include <QApplication>
#include <QElapsedTimer>
#include <QGenericPlugin>
#include <QKeySequence>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

namespace {

constexpr int keyDelayMs = 20;

void answer(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(QString(line).replace(u'\n', u' ')));
    std::fflush(stdout);
}

class Typist final : public QObject {
public:
    Typist()
    {
        m_clock.start();
        m_keys.setTimerType(Qt::PreciseTimer);
        m_keys.setInterval(keyDelayMs);
        connect(&m_keys, &QTimer::timeout, this, [this] { typeNext(); });
        QTimer::singleShot(0, this, [this] { std::thread([this] { read(); }).detach(); });
    }

private:
    /// Waits in a thread of its own, as long as the program lives: not every system tells when a pipe has something.
    void read()
    {
        for (std::string read; std::getline(std::cin, read);) {
            const QString line = QString::fromStdString(read);
            QMetaObject::invokeMethod(this, [this, line] { obey(line.section(u' ', 0, 0), line.section(u' ', 1)); });
        }
    }

    void obey(const QString &command, const QString &rest)
    {
        if (command == u"press") {
            const QKeyCombination key = QKeySequence::fromString(rest)[0];
            QTest::sendKeyEvent(QTest::Click, target(), key.key(), rest.size() == 1 ? rest.toLower() : QString(),
                                key.keyboardModifiers());
            answer(QStringLiteral("pressed"));
        } else if (command == u"type") {
            m_text = rest;
            m_typed = 0;
            m_keys.start();
        } else if (command == u"text") {
            answer(textOf(rest));
        } else if (command == u"focus") { // none until the window is active
            answer(QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString());
        } else if (command == u"page") {
            answer(textOf(QStringLiteral("pages")));
        }
    }

    void typeNext()
    {
        if (m_typed == m_text.size()) {
            m_keys.stop();
            return;
        }
        QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(m_text.at(m_typed++)), Qt::NoModifier);
        answer(QStringLiteral("typed %1 %2").arg(m_typed).arg(m_clock.elapsed()));
    }

    static QWidget *target()
    {
        QWidget *focused = QApplication::focusWidget();
        return focused ? focused : QApplication::topLevelWidgets().value(0);
    }

    static QString textOf(const QString &name)
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            if (widget->objectName() != name || !widget->isVisible()) {
                continue;
            }
            if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
                return tabs->tabText(tabs->currentIndex());
            }
            const QVariant plain = widget->property("plainText");
            return plain.isValid() ? plain.toString() : widget->property("text").toString();
        }
        return {};
    }

    QElapsedTimer m_clock;
    QTimer m_keys;
    QString m_text;
    qsizetype m_typed = 0;
};

} // namespace

class TypistPlugin final : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "typist.json")

public:
    QObject *create(const QString &, const QString &) override { return new Typist; }
};

#include "typist.moc"
