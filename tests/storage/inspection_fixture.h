#pragma once

#include "storage/inspection_repository.h"

#include "result_checks.h"
#include "sample_inspection.h"

#include <QTemporaryDir>

#include <memory>

namespace tenken {

/// A fresh store with one inspection for every test
class InspectionFixture : public QObject {
    Q_OBJECT

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{sample::moment()};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<InspectionRepository> m_inspections;

    void reopen()
    {
        m_inspections.reset();
        m_store.reset();
        auto store = Store::open(m_folder->filePath(QStringLiteral("tenken.db")), m_clock);
        QVERIFY(store.has_value());
        m_store = std::move(*store);
        m_inspections = std::make_unique<InspectionRepository>(*m_store);
    }
    Answer answerOf(const QString &which) { return m_inspections->load(sample::inspectionId)->answers.value(which); }
    QStringList lastHistory()
    {
        const auto history = m_inspections->history(sample::inspectionId);
        const HistoryEntry entry = history->last();
        return {entry.who, entry.item, entry.field, entry.before, entry.after};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(sample::moment());
        reopen();
        VERIFY_OK(m_inspections->create(sample::inspection(), QStringLiteral("山田 太郎")));
    }
    void cleanup()
    {
        m_inspections.reset();
        m_store.reset();
    }
};

} // namespace tenken
