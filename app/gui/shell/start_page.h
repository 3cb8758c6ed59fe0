#pragma once

#include "core/round.h"
#include "gui/shell/context.h"
#include "gui/shell/page.h"
#include "viewmodel/home/start_form.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListView;
class QPushButton;
class QSpinBox;

namespace tenken {

class Heading;
class Note;

/// Begins an inspection: whose, which checklist and year, and what is handled there.
class StartPage final : public Page {
    Q_OBJECT

public:
    StartPage(const Context &context, QWidget *parent = nullptr);
    void entered() override;
    /// Year and number of a round that was received
    void takeRound(const Round &round);

Q_SIGNALS:
    void started(const QUuid &inspection);
    void cancelled();

protected:
    void retranslate() override;

private:
    void buildFields();
    void buildProfile();
    void arrange();
    void connectAll();
    void fillChecklists();
    void fillRounds();
    void choose(const QString &text);
    void takeTyped();
    void nameYear();
    void countItems();
    void start();

    Context m_context;
    StartForm m_form;
    std::optional<Round> m_received;
    Heading *m_title;
    Note *m_roundNote;
    QFormLayout *m_fields;
    QComboBox *m_checklist;
    QSpinBox *m_year;
    QComboBox *m_round;
    QLineEdit *m_search;
    QLineEdit *m_code;
    QLineEdit *m_name;
    QLineEdit *m_post;
    QLineEdit *m_person;
    Heading *m_profileTitle;
    Note *m_profileLead;
    QListView *m_profile;
    Note *m_count;
    Note *m_trouble;
    QPushButton *m_start;
    QPushButton *m_cancel;
};

} // namespace tenken
