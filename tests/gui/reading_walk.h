#pragma once

#include "gui/comparison/comparison_page.h"
#include "gui/comparison/matrix_view.h"
#include "gui/gui_fixture.h"
#include "gui/reports/division_reading.h"
#include "support/filled_registry.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSignalSpy>
#include <QTabWidget>

#include <functional>

namespace tenken::support {

/// The registry of this desk with the demo city's first departments; for pages that read what was collected
inline bool fillRegistry(Workplace &place, FilledRegistry &filled, int departments, const QList<int> &years)
{
    auto registry = Registry::open(place.registry->path(), place.clock);
    return registry && filled.fill(**registry, departments, years)
        && filled.addAudit(**registry, years.last(), QStringLiteral("U0005"), {QStringLiteral("B-6.4-09")});
}

/// Chooses by the keyboard's way: current index, then what a person's choice sends
inline void chooseIn(QComboBox *box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

/// What by stands for is compared and shown
inline bool showComparison(ComparisonPage *page, CompareBy by)
{
    QSignalSpy compared(&page->session(), &ComparisonSession::compared);
    chooseIn(find<QComboBox>(page, "comparisonBy"), static_cast<int>(by));
    const auto isShown = [&] { return page->session().comparison() && page->session().comparison()->by == by; };
    return QTest::qWaitFor([&] { return !page->session().isBusy() && isShown(); }, 60000);
}

inline bool walkComparison(ComparisonPage *page, const std::function<void(const QString &)> &visit)
{
    if (!showComparison(page, CompareBy::Department)) {
        return false;
    }
    visit(QStringLiteral("comparison"));
    auto *matrix = find<MatrixView>(page, "matrix");
    QSignalSpy ready(&page->session(), &ComparisonSession::pairReady);
    matrix->setCurrentIndex(matrix->model()->index(3, 1));
    QTest::keyClick(matrix, Qt::Key_Return);
    if (!ready.wait(60000)) {
        return false;
    }
    visit(QStringLiteral("comparison_pair"));
    auto *tabs = find<QTabWidget>(page, "comparisonTabs");
    tabs->setCurrentIndex(1);
    visit(QStringLiteral("comparison_heat"));
    tabs->setCurrentIndex(0);
    QTest::mouseClick(find<QAbstractButton>(page, "closePair"), Qt::LeftButton);
    find<QAbstractButton>(page, "foldAll")->setChecked(true);
    visit(QStringLiteral("comparison_totals"));
    find<QAbstractButton>(page, "foldAll")->setChecked(false);
    if (!showComparison(page, CompareBy::Year)) {
        return false;
    }
    visit(QStringLiteral("comparison_years"));
    tabs->setCurrentIndex(2);
    visit(QStringLiteral("comparison_trend"));
    tabs->setCurrentIndex(0);
    if (!showComparison(page, CompareBy::Audit)) {
        return false;
    }
    find<QAbstractButton>(page, "auditDiffers")->setChecked(true);
    visit(QStringLiteral("comparison_audit"));
    return showComparison(page, CompareBy::City);
}

/// Compare and Reports, empty and with a registry
inline bool walkReading(Workplace &place, MainWindow &window, const std::function<void(const QString &)> &visit)
{
    addReadingPages(window, place.context());
    place.settings->set(QStringLiteral("registryFile"), place.path(QStringLiteral("reading.db"))); // an empty one
    for (const char *page : {"comparison", "reports"}) {
        window.showPage(QLatin1String(page));
        visit(QLatin1String(page) + QStringLiteral("_empty"));
    }
    window.showPage(QStringLiteral("home"));
    FilledRegistry filled(place.desk->checklists());
    if (!fillRegistry(place, filled, 16, {2024, 2025, 2026})) {
        return false;
    }
    QSignalSpy changed(place.registry.get(), &RegistryWorkspace::changed);
    place.registry->refresh();
    if (!changed.wait(60000)) {
        return false;
    }
    window.showPage(QStringLiteral("comparison"));
    if (!walkComparison(static_cast<ComparisonPage *>(find(&window, "comparisonPage")), visit)) {
        return false;
    }
    window.showPage(QStringLiteral("reports"));
    QWidget *reports = find(&window, "reportsPage");
    for (int kind = 0; kind < 3; ++kind) {
        chooseIn(find<QComboBox>(reports, "reportKind"), kind);
        if (!QTest::qWaitFor([&] { return find<QAbstractButton>(reports, "printReport")->isEnabled(); }, 60000)) {
            return false;
        }
        visit(QStringLiteral("reports_%1").arg(kind));
    }
    return true;
}

} // namespace tenken::support
