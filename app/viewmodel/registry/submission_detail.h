#pragma once

#include "viewmodel/inspection/signing_key.h"
#include "viewmodel/registry/board_model.h"
#include "viewmodel/registry/registry_workspace.h"
#include "workflow/documents/verify_submission.h"

#include <QTemporaryDir>

namespace tenken {

/// What one subject handed in for one round, and what the division does with it: look at the PDF, issue the receipt,
/// send it back. Reading and signing run in the background.
class SubmissionDetail final : public QObject {
    Q_OBJECT

public:
    explicit SubmissionDetail(RegistryWorkspace &workspace, QObject *parent = nullptr);
    ~SubmissionDetail() override;
    /// shown() follows
    void show(const BoardLeaf &leaf, FiscalYear year, int round);
    void clear();
    const std::optional<BoardLeaf> &leaf() const { return m_leaf; }
    /// Revisions in the registry, oldest first
    const QList<RegistryEntry> &revisions() const { return m_read.revisions; }
    const RegistryEntry *latest() const { return m_read.revisions.isEmpty() ? nullptr : &m_read.revisions.last(); }
    /// The latest revision as it was judged at its first import
    const std::optional<VerifiedDocument> &document() const { return m_read.document; }
    std::optional<ReturnRecord> returned() const;
    bool isBusy() const { return m_isBusy; }

    /// pdfReady() follows: a copy in a folder of this session
    void openPdf();
    void issueReceipt(const SigningKey &key, const QString &file);
    void sendBack(const SigningKey &key, const QString &reason, const QString &file);
    /// Receipts of everything that the round holds
    void issueReceipts(const SigningKey &key, FiscalYear year, int round, const QString &folder);
    void cancel();
    QString receiptName() const; ///< suggested file names
    QString returnName() const;

Q_SIGNALS:
    void shown();
    void busyChanged();
    void progressed(int done, int total);
    void pdfReady(const QString &file);
    void receiptsWritten(const QStringList &files);
    void returnWritten(const QString &file);
    void failed(const tenken::Error &error);

private:
    struct Read {
        QList<RegistryEntry> revisions;
        std::optional<VerifiedDocument> document;
    };
    static Result<Read> read(Registry &registry, const BoardLeaf &leaf, FiscalYear year, int round);
    void setBusy(bool busy);
    template <class Work, class Done> void runBusy(RegistryWorkspace::Access access, Work work, Done done);

    RegistryWorkspace &m_workspace;
    QTemporaryDir m_copies;
    std::optional<BoardLeaf> m_leaf;
    FiscalYear m_year;
    int m_round = 1;
    Read m_read;
    CancelFlag m_cancel;
    bool m_isBusy = false;
};

} // namespace tenken
