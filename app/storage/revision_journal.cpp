#include "storage/revision_journal.h"

#include "storage/answer_record.h"
#include "storage/inspection_record.h"
#include "storage/row_text.h"

#include <algorithm>

namespace tenken {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(RevisionJournal::Kind kind)
{
    switch (kind) {
    case RevisionJournal::Kind::Edit:
        return u"edit"_s;
    case RevisionJournal::Kind::Undo:
        return u"undo"_s;
    case RevisionJournal::Kind::Redo:
        return u"redo"_s;
    case RevisionJournal::Kind::Barrier:
        break;
    }
    return u"barrier"_s;
}

bool isBlank(const QStringList &texts)
{
    return std::all_of(texts.begin(), texts.end(), [](const QString &text) { return text.isEmpty(); });
}

} // namespace

QList<FieldEdit> firstEditsOf(const Inspection &inspection)
{
    QList<FieldEdit> edits{{{}, stateField, {}, toCode(inspection.state)}};
    const auto add = [&](const QString &field, const QString &text, const QString &nothing) {
        if (text != nothing) {
            edits.append({{}, field, {}, text});
        }
    };
    add(profileField, profileText(inspection.profile), profileText({}));
    add(inspectorField, inspectorText(inspection.inspector), inspectorText({}));
    add(dateField, dateText(inspection.inspectionDate), u""_s);
    add(tallyField, tallyText(inspection.staffTally), u""_s);
    QStringList items = inspection.answers.keys();
    items.sort();
    for (const QString &item : items) {
        const QStringList texts = answerTexts(inspection.answers.value(item));
        for (qsizetype field = 0; field < texts.size(); ++field) {
            if (!texts.at(field).isEmpty()) {
                edits.append({item, answerFields().at(field), {}, texts.at(field)});
            }
        }
    }
    return edits;
}

namespace {

/// id, revision, state, was it signed
Result<RevisionRow> revisionRowFrom(const QVariantList &row, const QUuid &inspection, const QString &path)
{
    if (row.isEmpty()) {
        return fail(ErrorCode::UnknownInspection, uuidText(inspection));
    }
    const auto state = inspectionStateFromCode(row.at(2).toString());
    if (!state) {
        return fail(ErrorCode::StoreCorrupt, path, u"state "_s + row.at(2).toString());
    }
    return RevisionRow{row.at(0).toLongLong(), row.at(1).toInt(), *state, row.at(3).toBool()};
}

Result<RevisionRow> unlessReadOnly(const Result<RevisionRow> &row, const QUuid &inspection)
{
    if (row && row->isReadOnly()) {
        return fail(ErrorCode::ReadOnly, uuidText(inspection), toCode(row->state));
    }
    return row;
}

/// The columns answerFields() and answered_at; NULL in all of them when there is no row
StoredAnswer storedFrom(const QVariantList &columns)
{
    StoredAnswer answer;
    for (const QVariant &text : columns) {
        answer.texts.append(text.toString());
    }
    answer.texts.resize(answerFields().size() + 1);
    answer.answeredAt = answer.texts.takeLast();
    return answer;
}

} // namespace

Result<Answer> StoredAnswer::read() const
{
    return isBlank(texts) ? Answer() : answerFromTexts(texts, fromIso(answeredAt));
}

Result<RevisionRow> RevisionJournal::head(const QUuid &inspection)
{
    const auto row = m_database.row(u"SELECT id, revision, state, signed_at IS NOT NULL FROM revisions "
                                    "WHERE inspection = ? ORDER BY revision DESC LIMIT 1"_s,
                                    {uuidText(inspection)});
    return row ? revisionRowFrom(*row, inspection, m_database.path()) : fail(row);
}

Result<RevisionRow> RevisionJournal::writableHead(const QUuid &inspection)
{
    return unlessReadOnly(head(inspection), inspection);
}

Result<AnswerPlace> RevisionJournal::writableAnswer(const QUuid &inspection, const QString &item)
{
    static const QString sql =
        u"SELECT id, revision, state, signed_at IS NOT NULL, %1, answered_at FROM revisions "
        "LEFT JOIN answers ON revision_id = id AND item = ? "
        "WHERE inspection = ? ORDER BY revision DESC LIMIT 1"_s.arg(answerFields().join(u", "_s));
    const auto row = m_database.row(sql, {item, uuidText(inspection)});
    if (!row) {
        return fail(row);
    }
    const auto revision = unlessReadOnly(revisionRowFrom(*row, inspection, m_database.path()), inspection);
    if (!revision) {
        return fail(revision);
    }
    return AnswerPlace{*revision, storedFrom(row->mid(4))};
}

Result<StoredAnswer> RevisionJournal::answerOf(const RevisionRow &revision, const QString &item)
{
    static const QString sql =
        u"SELECT %1, answered_at FROM answers WHERE revision_id = ? AND item = ?"_s.arg(answerFields().join(u", "_s));
    const auto row = m_database.row(sql, {revision.id, item});
    if (!row) {
        return fail(row);
    }
    return storedFrom(*row);
}

Status RevisionJournal::writeAnswer(const RevisionRow &revision, const QString &item, const QStringList &texts,
                                    const QString &answeredAt)
{
    if (isBlank(texts)) {
        return m_database.execute(u"DELETE FROM answers WHERE revision_id = ? AND item = ?"_s, {revision.id, item});
    }
    static const QString sql =
        u"INSERT OR REPLACE INTO answers (revision_id, item, %1, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s
            .arg(answerFields().join(u", "_s));
    QVariantList values{revision.id, item};
    for (const QString &text : texts) {
        values.append(text);
    }
    values.append(answeredAt);
    return m_database.execute(sql, values);
}

Result<StoredAnswers> RevisionJournal::standing(const RevisionRow &revision, const QList<FieldEdit> &edits)
{
    StoredAnswers answers;
    for (const FieldEdit &edit : edits) {
        if (edit.item.isEmpty() || answers.contains(edit.item)) {
            continue;
        }
        const auto answer = answerOf(revision, edit.item);
        if (!answer) {
            return fail(answer);
        }
        answers.insert(edit.item, *answer);
    }
    return answers;
}

Status RevisionJournal::applyToAnswers(const RevisionRow &revision, const QList<FieldEdit> &edits,
                                       StoredAnswers &answers, const QString &now)
{
    QSet<QString> changed;
    for (const FieldEdit &edit : edits) {
        const qsizetype field = answerFields().indexOf(edit.field);
        if (edit.item.isEmpty() || field < 0) {
            continue;
        }
        StoredAnswer &answer = answers[edit.item];
        answer.texts[field] = edit.after;
        if (edit.field != "flag"_L1) { // a private mark is not an answer
            answer.answeredAt = now;
        }
        changed.insert(edit.item);
    }
    for (const QString &item : std::as_const(changed)) {
        const StoredAnswer &answer = *answers.constFind(item);
        if (const Status written = writeAnswer(revision, item, answer.texts, answer.answeredAt); !written) {
            return written;
        }
    }
    return {};
}

// Answers leave the row as it is: the history tells when they changed (revisionSelection).
Status RevisionJournal::applyToRevision(const RevisionRow &revision, const QList<FieldEdit> &edits, const QString &now)
{
    bool isChanged = false;
    for (const FieldEdit &edit : edits) {
        const QString column = edit.item.isEmpty() ? columnOf(edit.field) : QString();
        if (column.isEmpty()) {
            continue;
        }
        if (const Status set = m_database.execute(u"UPDATE revisions SET %1 = ? WHERE id = ?"_s.arg(column),
                                                  {edit.after, revision.id});
            !set) {
            return set;
        }
        isChanged = true;
    }
    if (!isChanged) {
        return {};
    }
    static const QString sql = u"UPDATE revisions SET changed_at = ?, signed_at = CASE state WHEN 'signed' THEN "
                               "coalesce(signed_at, ?) ELSE signed_at END WHERE id = ?"_s;
    return m_database.execute(sql, {now, now, revision.id});
}

Result<QList<HistoryEntry>> RevisionJournal::write(const QUuid &inspection, const RevisionRow &revision,
                                                   const QList<FieldEdit> &edits, const QString &who,
                                                   StoredAnswers &answers, Kind kind, std::optional<qint64> target)
{
    const QString now = toIso(m_clock.now());
    if (const Status written = applyToAnswers(revision, edits, answers, now); !written) {
        return fail(written);
    }
    if (const Status written = applyToRevision(revision, edits, now); !written) {
        return fail(written);
    }
    return log(inspection, revision.revision, edits, who, kind, target);
}

Result<QList<HistoryEntry>> RevisionJournal::apply(const QUuid &inspection, const RevisionRow &revision,
                                                   const QList<FieldEdit> &edits, const QString &who, Kind kind,
                                                   std::optional<qint64> target)
{
    auto answers = standing(revision, edits);
    return answers ? write(inspection, revision, edits, who, *answers, kind, target) : fail(answers);
}

Result<QList<HistoryEntry>> RevisionJournal::apply(const QUuid &inspection, const RevisionRow &revision,
                                                   const QList<FieldEdit> &edits, const QString &who,
                                                   StoredAnswers &known)
{
    return write(inspection, revision, edits, who, known, Kind::Edit, {});
}

namespace {

/// One statement for several rows: each statement has its price, not each row
QString historyInsertion(qsizetype rows)
{
    static const QString marks = u"(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
    return u"INSERT INTO history (sequence, change, kind, target, at, who, inspection, revision, item, field, before, "
           "after) VALUES "_s
        + QStringList(rows, marks).join(u", "_s);
}

} // namespace

Result<QList<HistoryEntry>> RevisionJournal::log(const QUuid &inspection, int revision, const QList<FieldEdit> &edits,
                                                 const QString &who, Kind kind, std::optional<qint64> target)
{
    constexpr qsizetype mostRows = 16;
    if (const Status allowed = checkTexts(u"who"_s, {who}); !allowed) {
        return fail(allowed);
    }
    const auto newest = m_database.value(u"SELECT coalesce(max(sequence), 0) FROM history"_s);
    if (!newest) {
        return fail(newest);
    }
    const qint64 change = newest->toLongLong() + 1;
    const QDateTime now = m_clock.now();
    const QVariantList shared{
        change, codeOf(kind), target ? QVariant(*target) : QVariant(), toIso(now), who, uuidText(inspection), revision};
    QList<HistoryEntry> entries;
    QVariantList values;
    for (const FieldEdit &edit : edits) {
        const qint64 sequence = change + entries.size();
        values << sequence << shared << edit.item << edit.field << edit.before << edit.after;
        entries.append({sequence, now, who, revision, edit.item, edit.field, edit.before, edit.after});
        const qsizetype rows = (entries.size() - 1) % mostRows + 1;
        if (rows < mostRows && entries.size() < edits.size()) {
            continue;
        }
        if (const Status written = m_database.execute(historyInsertion(rows), values); !written) {
            return fail(written);
        }
        values.clear();
    }
    return entries;
}

Result<QList<HistoryEntry>> RevisionJournal::history(const QUuid &inspection)
{
    return m_database.list(u"SELECT sequence, at, who, revision, item, field, before, after FROM history "
                           "WHERE inspection = ? ORDER BY sequence"_s,
                           {uuidText(inspection)}, [](const QSqlQuery &row) -> Result<HistoryEntry> {
                               return HistoryEntry{row.value(0).toLongLong(), fromIso(row.value(1).toString()),
                                                   row.value(2).toString(),   row.value(3).toInt(),
                                                   row.value(4).toString(),   row.value(5).toString(),
                                                   row.value(6).toString(),   row.value(7).toString()};
                           });
}

Result<RevisionJournal::Stacks> RevisionJournal::stacks(const QUuid &inspection, int revision)
{
    Stacks stacks;
    const auto addChange = [&](const QSqlQuery &row) -> Status {
        const QString kind = row.value(1).toString();
        const qint64 target = row.value(2).toLongLong();
        if (kind == codeOf(Kind::Undo)) {
            stacks.undoable.removeOne(target);
            stacks.redoable.append(target);
        } else if (kind == codeOf(Kind::Redo)) {
            stacks.redoable.removeOne(target);
            stacks.undoable.append(target);
        } else {
            stacks.redoable.clear();
            if (kind == codeOf(Kind::Barrier)) {
                stacks.undoable.clear();
            } else {
                stacks.undoable.append(row.value(0).toLongLong());
            }
        }
        return {};
    };
    const Status read =
        m_database.forEach(u"SELECT change, kind, target FROM history "
                           "WHERE inspection = ? AND revision = ? AND sequence = change ORDER BY sequence"_s,
                           {uuidText(inspection), revision}, addChange);
    return read ? Result<Stacks>(stacks) : fail(read);
}

Result<QList<FieldEdit>> RevisionJournal::editsOf(qint64 change)
{
    return m_database.list(u"SELECT item, field, before, after FROM history "
                           "WHERE sequence >= ? AND change = ? ORDER BY sequence"_s,
                           {change, change}, [](const QSqlQuery &row) -> Result<FieldEdit> {
                               return FieldEdit{row.value(0).toString(), row.value(1).toString(),
                                                row.value(2).toString(), row.value(3).toString()};
                           });
}

} // namespace tenken
