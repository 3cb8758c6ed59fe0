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

/// Language, appearance, size, files. What the administrator has fixed is shown and cannot be changed.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    SettingsPage(const Context &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    void build();
    void label(QWidget *field, const QString &text, const QString &key);
    QComboBox *choice(const char *name, const QString &key);
    PathField *path(const char *name, const QString &key, bool isFolder);

    Context m_context;
    Heading *m_title;
    Note *m_fixed;
    QFormLayout *m_form;
    QComboBox *m_language;
    QComboBox *m_appearance;
    QComboBox *m_zoom;
    PathField *m_output;
    PathField *m_key;
    PathField *m_trust;
    PathField *m_revocations;
    PathField *m_organisation;
    PathField *m_registry;
};

} // namespace tenken
