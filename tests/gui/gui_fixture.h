#pragma once

#include "gui/shell/context.h"
#include "gui/shell/main_window.h"
#include "signing/keys/authority.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tenken::support {

/// Answers the program's questions without windows; counts what was told
class ScriptedPrompts final : public Prompts {
public:
    QString openFile(QWidget *, const QString &, const QString &) override { return fileToOpen; }
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return filesToOpen; }
    QString saveFile(QWidget *, const QString &, const QString &suggested, const QString &) override
    {
        savedAs = folder.isEmpty() ? suggested : folder + u'/' + suggested.section(u'/', -1);
        return savedAs;
    }
    QString chooseFolder(QWidget *, const QString &, const QString &) override { return folder; }
    bool confirm(QWidget *, const QString &question, const QString &) override
    {
        questions << question;
        return confirms;
    }
    void tell(QWidget *, const QString &message) override { messages << message; }

    QString fileToOpen;
    QStringList filesToOpen;
    QString folder;
    QString savedAs;
    QStringList questions;
    QStringList messages;
    bool confirms = true;
};

inline const QByteArray testPassphrase = "correct horse";

/// A desk with an empty store, settings and a test authority, all in a folder of its own
struct Workplace {
    QTemporaryDir folder;
    FixedClock clock{fromIso(QStringLiteral("2026-11-22T21:03:00+09:00"))};
    std::unique_ptr<Desk> desk;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<RegistryWorkspace> registry;
    ScriptedPrompts prompts;

    QString path(const QString &name) const { return folder.filePath(name); }
    bool open()
    {
        auto opened = Desk::open(path(QStringLiteral("tenken.db")), clock);
        if (!opened) {
            return false;
        }
        desk = *std::move(opened);
        settings = std::make_unique<Settings>(path(QStringLiteral("tenken.ini")), path(QStringLiteral("policy.ini")));
        registry = std::make_unique<RegistryWorkspace>(*desk, *settings);
        prompts.folder = folder.path();
        settings->set(QStringLiteral("outputFolder"), folder.path());
        return true;
    }
    Context context() { return {*desk, *settings, prompts, *registry}; }

    /// inspector.p12, approver.p12 and division.p12 of this department, and ca.pem as the trusted authority
    bool makeKeys(const QString &department)
    {
        Result<Authority> authority =
            Authority::create(path(QStringLiteral("authority")), QStringLiteral("試験市 情報政策課"), testPassphrase,
                              AuthorityKey::EcP256, clock, kPkcs12DemoIterations);
        if (!authority) {
            return false;
        }
        settings->set(QStringLiteral("trustAnchors"), QStringList{path(QStringLiteral("authority/ca.pem"))});
        return writeKey(*authority, department, Role::Inspector, QStringLiteral("点検 花子"),
                        QStringLiteral("inspector.p12"))
            && writeKey(*authority, department, Role::Approver, QStringLiteral("課長 太郎"),
                        QStringLiteral("approver.p12"))
            && writeKey(*authority, department, Role::Division, QStringLiteral("政策 次郎"),
                        QStringLiteral("division.p12"));
    }

private:
    bool writeKey(Authority &authority, const QString &department, Role role, const QString &name, const QString &file)
    {
        IssueRequest request;
        request.department = department;
        request.role = role;
        request.name = name;
        const Result<IssuedCertificate> issued = authority.issue(request);
        const Result<QByteArray> p12 =
            issued ? issued->toPkcs12(testPassphrase, kPkcs12DemoIterations) : Result<QByteArray>(fail(issued));
        QFile out(path(file));
        return p12 && out.open(QIODevice::WriteOnly) && out.write(*p12) == p12->size();
    }
};

/// The visible descendant of this name
template <class Widget = QWidget> Widget *find(QWidget *parent, const char *name)
{
    return parent->findChild<Widget *>(QLatin1String(name));
}

} // namespace tenken::support
