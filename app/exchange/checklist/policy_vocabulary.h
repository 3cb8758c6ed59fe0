#pragma once

#include "core/policy.h"
#include "exchange/json_fields.h"

namespace tenken {

/// The codes that a checklist may refer to
struct PolicyVocabulary {
    explicit PolicyVocabulary(const Policy &policy);
    PolicyVocabulary() = default;
    QSet<QString> clauses;
    QSet<QString> obligations;
    QSet<QString> threats;
    QSet<QString> assets;
    QSet<QString> zones; ///< with "any"
    QSet<QString> guidelineAreas;
    QHash<QString, QStringList> flagSubjects; ///< by flag: the kinds of subject that it is asked of
};

/// {"ja": needed, "en": may be missing or empty}
LocalText localText(const JsonNode &node);

/// What an item, an audit test and an obligation have in common
struct PolicyLinks {
    QString clause;
    QStringList clauses; ///< the main one first
    QStringList obligations;
    bool policyExplicit = false;
    QString guidelineArea;
    QStringList threats;
    QStringList assets;
    QStringList zones;
};
PolicyLinks policyLinks(const JsonFields &fields, const PolicyVocabulary &words);

} // namespace tenken
