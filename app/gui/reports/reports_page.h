#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/reports/report_session.h"

class QComboBox;
class QFormLayout;
class QProgressBar;
class QPushButton;

namespace tenken {

class Heading;
class KeyForm;
class Note;
class PreviewView;

/// The division's reports: choose on the left, read as it prints on the right, print or save, with or without the
/// division's signature.
class ReportsPage final : public Page {
    Q_OBJECT

public:
    explicit ReportsPage(const Context &context, QWidget *parent = nullptr);
    ~ReportsPage() override;
    void entered() override;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildForm();
    QWidget *buildActions();
    void connectAll();
    void fillRounds();
    void fillDepartments();
    ReportChoice chosen() const;
    void make();
    void refresh();
    void save(bool isSigned);
    void tell(const QString &sentence, bool isError);

    Context m_context;
    ReportSession m_session;
    Heading *m_title;
    Note *m_empty;
    QWidget *m_side;
    QFormLayout *m_form;
    QComboBox *m_kind;
    QComboBox *m_round;
    QComboBox *m_checklist;
    QComboBox *m_department;
    QPushButton *m_print;
    QPushButton *m_save;
    Heading *m_signTitle;
    KeyForm *m_key;
    QPushButton *m_sign;
    QProgressBar *m_busy;
    QPushButton *m_cancel;
    Note *m_message;
    PreviewView *m_preview;
};

} // namespace tenken
