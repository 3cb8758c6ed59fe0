#include "gui/reports/division_reading.h"

#include "gui/comparison/comparison_page.h"
#include "gui/reports/reports_page.h"
#include "gui/shell/main_window.h"

namespace tenken {

void addReadingPages(MainWindow &window, const Context &context)
{
    window.addPage({QStringLiteral("comparison"), [] { return ComparisonPage::tr("Compare"); },
                    [context](QWidget *parent) { return new ComparisonPage(context, parent); }});
    window.addPage({QStringLiteral("reports"), [] { return ReportsPage::tr("Reports"); },
                    [context](QWidget *parent) { return new ReportsPage(context, parent); }});
}

} // namespace tenken
