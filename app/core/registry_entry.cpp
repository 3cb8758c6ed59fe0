#include "core/registry_entry.h"

namespace tenken {

QString toCode(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Imported:
        return QStringLiteral("imported");
    case ImportOutcome::AlreadyThere:
        return QStringLiteral("already-there");
    case ImportOutcome::Refused:
        return QStringLiteral("refused");
    }
    Q_UNREACHABLE();
}

} // namespace tenken
