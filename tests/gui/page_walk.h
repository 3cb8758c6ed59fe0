#pragma once

#include "gui/gui_fixture.h"
#include "gui/inspection/inspection_page.h"
#include "gui/reading_walk.h"
#include "gui/registry_walk.h"
#include "viewmodel/home/start_form.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

#include <functional>

namespace tenken::support {

/// Signs the open inspection on the page "sign"; the PDF is prompts.savedAs
inline bool signOpenInspection(Workplace &place, MainWindow &window)
{
    QWidget *page = find(&window, "signPage");
    find<QLineEdit>(page, "keyFile")->setText(place.path(QStringLiteral("inspector.p12")));
    find<QLineEdit>(page, "passphrase")->setText(QString::fromUtf8(testPassphrase));
    QTest::mouseClick(find<QPushButton>(page, "sign"), Qt::LeftButton);
    return QTest::qWaitFor([&] { return window.inspectionPage()->session().isReadOnly(); }, 60000);
}

/// The pages of a signed inspection, before its manager
inline bool walkSigned(Workplace &place, MainWindow &window, const std::function<void(const QString &)> &visit)
{
    window.showPage(QStringLiteral("approval"));
    visit(QStringLiteral("approval_empty"));
    window.showPage(QStringLiteral("sign"));
    if (!signOpenInspection(place, window)) {
        return false;
    }
    visit(QStringLiteral("signed"));
    window.openFiles({place.prompts.savedAs});
    QWidget *approval = find(&window, "approvalPage");
    if (!QTest::qWaitFor([&] { return find(approval, "decision")->isVisible(); }, 60000)) {
        return false;
    }
    visit(QStringLiteral("approval"));
    find<QTabWidget>(approval, "approvalTabs")->setCurrentIndex(1);
    visit(QStringLiteral("approval_answers"));
    return true;
}

/// Brings the window to every page in turn, each with something to see, and calls visit with the page's name.
inline bool walkPages(Workplace &place, MainWindow &window, const std::function<void(const QString &)> &visit)
{
    visit(QStringLiteral("home_empty"));
    window.showPage(QStringLiteral("start"));
    visit(QStringLiteral("start"));
    StartForm earlier(*place.desk, {});
    earlier.setYear(FiscalYear(2025));
    earlier.chooseDepartment(QStringLiteral("U0004"));
    const auto lastYear = InspectionSession::open(*place.desk, earlier.start().value_or(QUuid()));
    StartForm form(*place.desk, {});
    form.chooseDepartment(QStringLiteral("U0004"));
    form.setAuthor({QStringLiteral("点検 花子"), QStringLiteral("主査")});
    const QUuid id = form.start().value_or(QUuid());
    const auto session = InspectionSession::open(*place.desk, id);
    if (!lastYear || !session) {
        return false;
    }
    const QStringList items = (*session)->items();
    (*lastYear)->setAnswer(items.at(0), AnswerCode::Partial);
    constexpr AnswerCode codes[] = {AnswerCode::Yes, AnswerCode::Partial, AnswerCode::No, AnswerCode::Yes};
    for (int i = 0; i < 12; ++i) {
        (*session)->setAnswer(items.at(i), codes[i % 4]);
    }
    (*session)->toggleFlag(items.at(5));
    window.openInspection(id);
    visit(QStringLiteral("inspection"));
    window.inspectionPage()->showItem(items.at(1));
    visit(QStringLiteral("inspection_plan"));
    window.inspectionPage()->setList(true);
    visit(QStringLiteral("inspection_list"));
    window.showPage(QStringLiteral("sign"));
    visit(QStringLiteral("sign_missing"));
    for (const QString &item : items) {
        Answer answer = withCode((*session)->answerOf(item), AnswerCode::Yes);
        answer.comment = QStringLiteral("確認した");
        answer.evidence = {{QStringLiteral("課内体制表"),
                            QStringLiteral("企第12号"),
                            QDate(2026, 4, 1),
                            QStringLiteral("共有フォルダ"),
                            {}}};
        (*session)->change(item, answer);
    }
    window.showPage(QStringLiteral("home"));
    visit(QStringLiteral("home"));
    window.openInspection(id);
    window.showPage(QStringLiteral("sign"));
    visit(QStringLiteral("sign_ready"));
    if (!walkSigned(place, window, visit) || !walkRegistry(place, window, visit)
        || !walkReading(place, window, visit)) {
        return false;
    }
    window.showPage(QStringLiteral("settings"));
    visit(QStringLiteral("settings"));
    return true;
}

/// The four settings in which every page must look right
struct Setting {
    const char *name;
    const char *language;
    const char *appearance;
    int zoom;
    QSize size;
};
inline constexpr Setting settings[] = {
    {"1280x720_light_ja", "ja", "light", 100, {1280, 720}},
    {"1920x1080_dark_ja", "ja", "dark", 100, {1920, 1080}},
    {"150_light_ja", "ja", "light", 150, {1920, 1080}},
    {"1280x720_light_en", "en", "light", 100, {1280, 720}},
};

} // namespace tenken::support
