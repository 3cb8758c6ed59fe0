#pragma once

#include "exchange/organisation_reader.h"
#include "exchange/round_file.h"
#include "support/small_city.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <memory>
#include <vector>

namespace tenken::support {

/// What lies on the division's desk one morning: a folder with good submissions of the demo city's first sections and
/// forty that must not come in, the organisation and the round. bad names the files that are refused, and why.
class Pile {
public:
    explicit Pile(int goodOnes) : m_good(goodOnes) { }
    bool make();

    SmallCity city;
    QStringList goodFiles;
    QStringList duplicates; ///< already there, not refused
    QHash<QString, QString> bad; ///< file name → what is wrong with it
    Organisation organisation;
    QString folder() const { return city.path(QStringLiteral("受付")); }
    QString organisationFile() const { return city.path(QStringLiteral("組織.csv")); }
    QString roundFile() const { return city.path(QStringLiteral("2026-1.tenken-round")); }

private:
    struct Work {
        OrganisationUnit unit;
        int year = 2026;
        bool isDraft = false;
        std::shared_ptr<Signer> inspector;
        std::shared_ptr<Signer> approver;
        QByteArray signedOnly;
        QByteArray approved;
    };
    static constexpr int ofEachKind = 5;
    bool readOrganisation();
    bool writeRound() const;
    Work workFor(int unit, int year);
    Inspection inspectionOf(const Work &work) const;
    void produce(Work &work) const;
    bool put(const QString &name, const QByteArray &content);
    bool putBad(const QString &name, const QByteArray &content, const QString &kind);
    bool putUnreadable(const QString &name);
    bool putGood(const QList<Work> &works);
    bool putBadWork(const QList<Work> &works);
    static QByteArray altered(QByteArray pdf);

    int m_good;
    std::vector<std::shared_ptr<void>> m_held; ///< files that nobody else can open meanwhile
};

} // namespace tenken::support
