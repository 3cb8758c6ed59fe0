#pragma once

#include "viewmodel/registry/import_session.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace tenken {

class Note;

/// An import under way: how far it is, and a button that stops it. Hidden otherwise.
class ImportBar final : public QWidget {
    Q_OBJECT

public:
    explicit ImportBar(ImportSession &session, QWidget *parent = nullptr);
    void retranslate();

private:
    void begin();
    void showProgress(int done, int total);

    ImportSession &m_session;
    QProgressBar *m_progress;
    Note *m_words;
    QPushButton *m_cancel;
};

} // namespace tenken
