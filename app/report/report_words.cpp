#include "report/report_words.h"

#include "core/fraction.h"

using namespace Qt::StringLiterals;

namespace tenken::words {

QString answer(std::optional<AnswerCode> code)
{
    if (!code)
        return u"未回答"_s;
    switch (*code) {
    case AnswerCode::Yes:
        return u"実施"_s;
    case AnswerCode::Partial:
        return u"一部実施"_s;
    case AnswerCode::No:
        return u"未実施"_s;
    case AnswerCode::Unknown:
        return u"わからない"_s;
    case AnswerCode::NotApplicable:
        break;
    }
    return u"該当なし"_s;
}

QString answerWithSymbol(std::optional<AnswerCode> code)
{
    return code ? QString(symbolOf(*code)) + u' ' + answer(code) : answer(code);
}

QString cause(Cause cause)
{
    switch (cause) {
    case Cause::RuleUnknown:
        return u"ルールが知られていない"_s;
    case Cause::NoCapacity:
        return u"手が足りない"_s;
    case Cause::NoMeans:
        return u"道具がない"_s;
    case Cause::RuleUnfit:
        return u"ルールが実態に合わない"_s;
    case Cause::Other:
        break;
    }
    return u"その他"_s;
}

QString counts(const Counts &counts)
{
    return u"対象%1項目　○%2　△%3　×%4　？%5　－%6（未回答%7）"_s.arg(counts.target())
        .arg(counts.yes)
        .arg(counts.partial)
        .arg(counts.no)
        .arg(counts.unknown)
        .arg(counts.na)
        .arg(counts.blank);
}

QString rate(const Counts &counts)
{
    if (counts.blank == 0)
        return formatShare(counts.yes, counts.effective());
    const int n = counts.effective() + counts.blank;
    const auto low = formatPercent(counts.yes, n);
    const auto high = formatPercent(counts.yes + counts.blank, n);
    if (low && high)
        return u"%1〜%2％（未回答%3項目のため幅で示す）"_s.arg(*low, *high).arg(counts.blank);
    return u"%1〜%2／%3（未回答%4項目のため幅で示す）"_s.arg(counts.yes)
        .arg(counts.yes + counts.blank)
        .arg(n)
        .arg(counts.blank);
}

QString maturity(std::optional<int> level)
{
    const QString names[] = {u"未着手"_s, u"個人任せ"_s, u"ルールあり"_s, u"実施"_s, u"点検・改善"_s};
    if (!level || *level < 0 || *level > 4)
        return u"―"_s;
    return u"%1 %2"_s.arg(*level).arg(names[*level]);
}

QString subjectKind(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Person:
        return u"職員個人"_s;
    case SubjectKind::Section:
        return u"所属"_s;
    case SubjectKind::System:
        return u"情報システム"_s;
    case SubjectKind::City:
        return u"全庁"_s;
    case SubjectKind::Audit:
        break;
    }
    return u"監査"_s;
}

QString role(Role role)
{
    switch (role) {
    case Role::Inspector:
        return u"点検者"_s;
    case Role::Approver:
        return u"情報セキュリティ管理者"_s;
    case Role::Auditor:
        return u"監査人"_s;
    case Role::Division:
        break;
    }
    return u"情報政策課"_s;
}

QString dateTime(const EraTable &eras, const QDateTime &time)
{
    return time.isValid() ? eras.formatDateBoth(time.date()) + time.toString(u" HH:mm"_s) : QString();
}

QString shortDateTime(const EraTable &eras, const QDateTime &time)
{
    return time.isValid() ? eras.formatDate(time.date()) + time.toString(u" HH:mm"_s) : QString();
}

QString fullName(const Department &department)
{
    QStringList parts;
    for (const QString &part : QStringList(department.path) + QStringList{department.name})
        if (!part.isEmpty())
            parts += part;
    return parts.join(u"　"_s);
}

namespace {

QString refusalByRegistry(const QList<Reason> &reasons)
{
    if (reasons.contains(Reason::ApprovalMissing)) {
        return u"承認の署名がない"_s;
    }
    if (reasons.contains(Reason::WrongRound)) {
        return u"別の回・版のもの"_s;
    }
    return reasons.contains(Reason::Rollback) ? u"署名が減っている"_s : u"別の提出がある"_s;
}

} // namespace

QString refusal(Verdict verdict, const QList<Reason> &reasons)
{
    switch (verdict) {
    case Verdict::NotASubmission:
        return u"点検票でない"_s;
    case Verdict::NewerFormat:
        return u"新しい版の形式"_s;
    case Verdict::Sanitised:
        return u"無害化で失われた"_s;
    case Verdict::Unsigned:
        return u"署名がない"_s;
    case Verdict::Malformed:
        return u"読めないファイル"_s;
    case Verdict::Altered:
        return u"署名後の変更"_s;
    case Verdict::Untrusted:
        return u"署名者を確認できない"_s;
    case Verdict::Accepted:
        break;
    }
    return refusalByRegistry(reasons);
}

QString person(const QString &name, const QString &post) { return post.isEmpty() ? name : u"%1　%2"_s.arg(post, name); }

QString evidence(const EraTable &eras, const QList<Evidence> &evidence)
{
    QStringList lines;
    for (const Evidence &one : evidence) {
        QStringList parts;
        const std::pair<QString, QString> fields[] = {
            {u""_s, one.document},   {u"番号 "_s, one.number},    {u""_s, eras.formatDate(one.date)},
            {u"保管 "_s, one.place}, {u"SHA-256 "_s, one.sha256},
        };
        for (const auto &[label, value] : fields)
            if (!value.isEmpty())
                parts += label + value;
        if (!parts.isEmpty())
            lines += parts.join(u"／"_s);
    }
    return lines.join(u'\n');
}

} // namespace tenken::words
