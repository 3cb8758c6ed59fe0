#pragma once

#include "core/checklist.h"
#include "core/diagnostic.h"
#include "exchange/checklist/policy_vocabulary.h"

namespace tenken {

/// A checklist with the places of what only the other files of its folder can prove wrong. The diagnostics are ready
/// to be reported as they are.
struct ChecklistFile {
    Checklist checklist;
    QList<Diagnostic> testReferences; ///< BadReference; args: kind, id of an audit test
    QList<Diagnostic> itemReferences; ///< BadReference; args: kind, id of an item
    QHash<QString, Diagnostic> revisions; ///< by item: WrongValue at its revision
    Diagnostic identity; ///< DuplicateId at the checklist's edition
};
Reading<ChecklistFile> readChecklistFile(const QByteArray &bytes, const QString &file, const Policy &policy);

/// One element of "items". Places are added to file.
Item readItem(const JsonNode &node, const PolicyVocabulary &words, SubjectKind subject, ChecklistFile &file);
/// One element of "tests"
AuditTest readAuditTest(const JsonNode &node, const PolicyVocabulary &words, ChecklistFile &file);
/// The optional "history": one entry for each revision from 2
QList<ItemChange> readHistory(const JsonNode &element, const JsonNode &history, int revision);

} // namespace tenken
