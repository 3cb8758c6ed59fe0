#include "gui/registry/first_steps.h"

#include "gui/shell/labels.h"
#include "gui/shell/page.h"

#include <QVBoxLayout>

namespace tenken {

FirstSteps::FirstSteps(QWidget *parent)
    : QWidget(parent),
      m_title(named(new Heading(1.1, this), "firstStepsTitle")),
      m_organisation(named(new QPushButton(this), "stepOrganisation")),
      m_round(named(new QPushButton(this), "stepRound")),
      m_folder(named(new PrimaryButton(this), "stepFolder")),
      m_other(named(new QPushButton(this), "stepOther"))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_title);
    for (QPushButton *button : {m_organisation, m_round, m_folder, m_other}) {
        m_steps << named(new Note(Note::Tone::Plain, this), "firstStep");
        column->addWidget(m_steps.last());
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    connect(m_organisation, &QPushButton::clicked, this, &FirstSteps::tableAsked);
    connect(m_round, &QPushButton::clicked, this, &FirstSteps::tableAsked);
    connect(m_folder, &QPushButton::clicked, this, &FirstSteps::folderAsked);
    connect(m_other, &QPushButton::clicked, this, &FirstSteps::registryAsked);
    retranslate();
}

void FirstSteps::retranslate()
{
    m_title->setText(tr("The registry is still empty"));
    m_steps.at(0)->setText(tr("1. Import the organisation (CSV with bureau, division and section) and, if you have "
                              "one, the list of information systems."));
    m_steps.at(1)->setText(tr("2. Import the round file. It says who has to hand in what until when: without it "
                              "nothing is missing."));
    m_steps.at(2)->setText(tr("3. Import the signed PDFs. You can also drop files and folders anywhere on this page."));
    m_steps.at(3)->setText(tr("Or go on with a registry that exists already."));
    m_organisation->setText(tr("Import organisation or systems…"));
    m_round->setText(tr("Import a round file…"));
    m_folder->setText(tr("Import a folder of PDFs…"));
    m_other->setText(tr("Open another registry…"));
}

} // namespace tenken
