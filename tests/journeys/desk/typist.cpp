// A plugin that Qt loads into the real program (QT_QPA_GENERIC_PLUGINS=typist): it does what standard input says, one
// command a line, with key events, and answers each with one line on standard output.
//   press <key sequence>   type <text>   text <object name>   page   focus
#include <QApplication>
#include <QElapsedTimer>
#include <QGenericPlugin>
#include <QKeySequence>
#include <QSocketNotifier>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

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
        QTimer::singleShot(0, this, [this] {
            auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
            connect(input, &QSocketNotifier::activated, this, [this, input] { read(input); });
        });
    }

private:
    void read(QSocketNotifier *input)
    {
        char buffer[4096];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0) {
            input->setEnabled(false);
            return;
        }
        m_read += QByteArray(buffer, count);
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            const QString line = QString::fromUtf8(m_read.first(end));
            m_read.remove(0, end + 1);
            obey(line.section(u' ', 0, 0), line.section(u' ', 1));
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
    QByteArray m_read;
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
