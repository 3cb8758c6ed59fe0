#pragma once

#include "cli/cli_program.h"
#include "support/small_city.h"

/// A small city whose keys lie as files beside its authority, as tenken-cli needs them
namespace tenken::support {

class CliCity : public SmallCity {
public:
    CliCity() : SmallCity(SystemClock().now().addDays(-1)) // the program has the system's clock
    {
        save(QStringLiteral("pass.txt"), QByteArray(kSecret.data(), kSecret.size()) + '\n');
        saveKey(QStringLiteral("inspector"), QStringLiteral("U0004"), Role::Inspector);
        saveKey(QStringLiteral("approver"), QStringLiteral("U0004"), Role::Approver);
        saveKey(QStringLiteral("division"), QStringLiteral("D0001"), Role::Division);
    }
    void saveKey(const QString &name, const QString &department, Role role)
    {
        const IssuedCertificate issued = issue(department, role);
        save(name + QStringLiteral(".p12"), issued.toPkcs12(kSecret, kPkcs12DemoIterations).value());
    }
    CliRun run(const QStringList &arguments) const { return runJson(arguments, folder.path()); }
    /// TRUST stands for trustArguments(), KEY:name for keyArguments(name)
    CliRun run(const QString &line) const
    {
        QStringList words;
        for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
            words << (word == u"TRUST"               ? trustArguments()
                          : word.startsWith(u"KEY:") ? keyArguments(word.mid(4))
                                                     : QStringList(word));
        }
        return run(words);
    }
    QStringList trustArguments() const
    {
        return {QStringLiteral("--trust"), QStringLiteral("authority/ca.pem"), QStringLiteral("--crl"),
                QStringLiteral("authority/ca.crl")};
    }
    QStringList keyArguments(const QString &name) const
    {
        return {QStringLiteral("--key"), name + QStringLiteral(".p12"), QStringLiteral("--passphrase-file"),
                QStringLiteral("pass.txt")};
    }
    /// The id of a new inspection of U0004 in desk.db
    QString start() const
    {
        return run("inspection start --store desk.db --checklist KC-B --department U0004 --department-name 総務課 "
                   "--year 2026")
            .object()[u"inspection"]
            .toString();
    }
    /// fill.csv: every item ○ with a reference
    void saveFill() const
    {
        QString csv = QStringLiteral("item_id,answer,evidence_document,evidence_date\r\n");
        for (const Item &item : shippedChecklists().latest(QStringLiteral("KC-B"))->items) {
            csv += item.id + QStringLiteral(",yes,体制表,2026-04-03\r\n");
        }
        save(QStringLiteral("fill.csv"), csv.toUtf8());
    }
};

} // namespace tenken::support
