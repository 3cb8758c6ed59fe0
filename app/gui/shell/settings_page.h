#pragma once

#include "gui/shell/context.h"
#include "gui/shell/page.h"

class QComboBox;
class QFormLayout;
class QPushButton;

namespace tenken {

class Heading;
class Note;
class PathField;

/// Language and look, keys, trust, folders. What the administrator has fixed is shown and cannot be changed.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    SettingsPage(const Context &context, QWidget *parent = nullptr);
    void entered() override;

protected:
    void retranslate() override;

private:
    void build();
    void addGroup(const char *name, const QList<QWidget *> &fields);
    void arrange(QWidget *sheet);
    void label(QWidget *field, const QString &text, const QString &key);
    QComboBox *choice(const char *name, const QString &key);
    PathField *path(const char *name, const QString &key, bool isFolder);
    void fillChoices();
    void setUpKey();

    Context m_context;
    Heading *m_title;
    Note *m_fixed;
    QFormLayout *m_form;
    QList<Heading *> m_groups;
    QComboBox *m_language;
    QComboBox *m_appearance;
    QComboBox *m_zoom;
    PathField *m_key;
    QPushButton *m_setUpKey;
    PathField *m_module;
    PathField *m_trust;
    PathField *m_revocations;
    PathField *m_output;
    PathField *m_organisation;
    PathField *m_registry;
};

} // namespace tenken
