#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/inspection/problem_list_model.h"
#include "viewmodel/inspection/signing_session.h"

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace tenken {

class DateEdit;
class Heading;
class KeyForm;
class Note;
class PreviewView;

/// What is still missing, how it will print, and the signature
class SignPage final : public Page {
    Q_OBJECT

public:
    SignPage(const Context &context, InspectionSession &session, QWidget *parent = nullptr);
    void entered() override;

Q_SIGNALS:
    void itemAsked(const QString &item);
    void revisionAsked();

protected:
    void retranslate() override;

private:
    void build();
    QWidget *buildSigning();
    QWidget *buildResult();
    void connectAll();
    void showDate();
    void refresh();
    void sign();
    void writeDraft();
    void showResult(const QString &file);
    void tell(const QString &sentence, bool isError);

    Context m_context;
    InspectionSession &m_session;
    SigningSession m_signing;
    ProblemListModel m_problems;
    QString m_result;

    Heading *m_title;
    Heading *m_missingTitle;
    Note *m_lead;
    QListView *m_list;
    QWidget *m_signBox;
    Heading *m_signTitle;
    Note *m_signLead;
    DateEdit *m_date;
    KeyForm *m_key;
    QPushButton *m_sign;
    QPushButton *m_draft;
    QProgressBar *m_busy;
    QPushButton *m_cancel;
    Note *m_message;
    QWidget *m_resultBox;
    QPushButton *m_openFolder;
    QPushButton *m_openFile;
    QPushButton *m_revision;
    PreviewView *m_preview;
};

} // namespace tenken
