#pragma once

#include "storage/registry_repository.h"
#include "workflow/documents/sealed_document.h"
#include "workflow/press.h"

#include <functional>

namespace tenken {

/// 受領書: a signed PDF for the sender of each submission of one round, tenken.receipt/1. The division's key signs.
class IssueReceipts {
public:
    IssueReceipts(Registry &registry, const Press &press) : m_repository(registry), m_press(press) { }
    /// receipts written, of total; false cancels (Cancelled): those written stay
    using Progress = std::function<bool(int done, int total)>;
    /// Files in folder, <name of the submission>_receipt.pdf; latest revisions only
    Result<QStringList> issue(FiscalYear year, std::optional<int> round, const SigningAct &act, const QString &folder,
                              const Progress &progress = {});
    /// The bytes of one. UnknownInspection when the registry does not hold the submission
    Result<QByteArray> issueFor(const QUuid &submission, const SigningAct &act);
    static QString fileNameFor(const RegistryEntry &entry);

private:
    Result<QByteArray> receiptFor(const RegistryEntry &entry, const SigningAct &act);

    RegistryRepository m_repository;
    const Press &m_press;
};

} // namespace tenken
