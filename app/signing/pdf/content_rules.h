#pragma once

#include "signing/pdf/flate.h"
#include "signing/pdf/pdf_revisions.h"
#include "signing/pdf/shape_checker.h"

#include <QByteArray>
#include <QList>

#include <vector>

namespace tenken {

/// S8 and A1–A4 over one revision after the other, and the mark that each page carries (J4). An object is looked into
/// once, however many revisions see it.
class ContentRules {
public:
    /// The streams of revisions before first are taken as looked into.
    ContentRules(const PdfFile &file, InflateBudget &budget, int first = 0);

    QList<Violation> check(int revision);
    const QByteArray &fingerprint() const { return m_fingerprint; }

private:
    void checkStreams(const ShapeChecker &checker);
    void checkStream(const PdfObject &object, const Shape &shape);
    void checkPages();
    void checkPage(int number, int pages);
    void checkWidgets();
    void checkInfo();
    void report(Reason rule, const char *what);

    const PdfFile &m_file;
    InflateBudget &m_budget;
    int m_revision = 0;
    std::vector<bool> m_checked; ///< by index of the object
    QByteArray m_fingerprint;
    QByteArray m_unpacked; ///< one page at a time
    QList<Violation> m_violations;
};

} // namespace tenken
