#pragma once

#include "viewmodel/inspection/inspection_session.h"

#include <QWidget>

class QPushButton;
class QTextBrowser;

namespace tenken {

/// What helps to answer: guidance, clause, evidence, and last year's answer, which is only copied when asked to.
class ReferencePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReferencePanel(InspectionSession &session, QWidget *parent = nullptr);
    void showItem(const QString &item);
    void retranslate();

Q_SIGNALS:
    void copyAsked(const QString &item);
    void openAsked();

private:
    void showWork();
    QString html() const;
    QString lastAnswerHtml() const;

    InspectionSession &m_session;
    QString m_item;
    QTextBrowser *m_text;
    QPushButton *m_copy;
    QPushButton *m_open;
};

} // namespace tenken
