#include "gui/registry/import_bar.h"

#include "gui/shell/labels.h"
#include "gui/shell/page.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace tenken {

ImportBar::ImportBar(ImportSession &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_progress(named(new QProgressBar(this), "importProgress")),
      m_words(named(new Note(Note::Tone::Plain, this), "importWords")),
      m_cancel(named(new QPushButton(this), "importCancel"))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addWidget(m_words, 1);
    row->addWidget(m_cancel);
    m_progress->setTextVisible(false);
    connect(&session, &ImportSession::started, this, &ImportBar::begin);
    connect(&session, &ImportSession::progressed, this, &ImportBar::showProgress);
    connect(&session, &ImportSession::finished, this, &QWidget::hide);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_session.cancel();
    });
    retranslate();
    hide();
}

void ImportBar::begin()
{
    m_progress->setRange(0, 0);
    m_words->setText(tr("The files are being listed."));
    m_cancel->setEnabled(true);
    show();
}

void ImportBar::showProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_words->setText(tr("%1 of %2 files checked").arg(done).arg(total));
}

void ImportBar::retranslate()
{
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_cancel->setText(tr("Stop importing"));
}

} // namespace tenken
