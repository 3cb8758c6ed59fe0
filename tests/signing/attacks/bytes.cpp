#include "signing/attacks/attack.h"

namespace tenken::test {

/// The file as a whole: what stands before, behind and between
QList<Attack> byteAttacks()
{
    using V = Verdict;
    return {
        {"junk before the header", [](auto &v) { return "junk\n" + v.twice; }, V::Malformed, Reason::S1},
        {"polyglot: HTML in front", [](auto &v) { return "<html><!--" + v.twice; }, V::Malformed, Reason::S1},
        {"polyglot: ZIP behind", [](auto &v) { return v.twice + "PK\x05\x06" + QByteArray(18, '\0'); }, V::Altered,
         Reason::S4},
        {"another version", [](auto &v) { return replacedFirst(v.twice, "%PDF-1.7", "%PDF-2.0"); }, V::Malformed,
         Reason::S1},
        {"junk behind", [](auto &v) { return v.twice + "junk"; }, V::Altered, Reason::S4},
        {"line feed behind", [](auto &v) { return v.twice + "\n"; }, V::Altered, Reason::S4},
        {"comment behind", [](auto &v) { return v.twice + "%more\n"; }, V::Altered, Reason::S4},
        {"last line feed gone", [](auto &v) { return v.twice.chopped(1); }, V::Altered, Reason::S1},
        {"cut in the approver's revision", [](auto &v) { return v.twice.left((v.once.size() + v.twice.size()) / 2); },
         V::Altered, Reason::S6},
        {"cut in the first revision", [](auto &v) { return v.twice.left(v.draft.size() / 2); }, V::Malformed,
         Reason::S6},
        {"two files in one", [](auto &v) { return v.twice + v.twice; }, V::Altered, Reason::S4},
        {"line ends converted", [](auto &v) { return QByteArray(v.twice).replace("\n", "\r\n"); }, V::Malformed,
         Reason::S1},
        {"one bit in a page",
         [](auto &v) {
             QByteArray pdf = v.twice;
             const Forge forge(pdf);
             const QByteArray content = forge.body(forge.content());
             const qsizetype at = pdf.indexOf(content) + content.size() - 40;
             pdf[at] = static_cast<char>(pdf[at] ^ 1);
             return pdf;
         },
         V::Altered, Reason::C5},
        {"larger than 64 MiB", [](auto &v) { return v.twice + QByteArray(65 * 1024 * 1024, ' '); }, V::Malformed,
         Reason::S1},
        {"65 revisions",
         [](auto &v) {
             QByteArray pdf = v.once;
             for (int i = 0; i < 63; ++i)
                 pdf = Forge(pdf).updated({});
             return pdf;
         },
         V::Altered, Reason::S3},
    };
}

namespace {

/// A revision whose catalog says the same in another spelling
Attack spelled(const char *name, const char *from, const QByteArray &to, Reason reason = Reason::S6)
{
    return {name,
            [from, to](const Victim &v) {
                const Forge forge(v.twice);
                return forge.updated({{forge.catalog(), forge.edited(forge.catalog(), from, to)}});
            },
            Verdict::Altered, reason};
}

} // namespace

/// Spellings that other readers understand, each in its own way
QList<Attack> spellingAttacks()
{
    return {
        spelled("duplicate key", "/Lang (ja-JP)", "/Lang (ja-JP) /Lang (en)"),
        spelled("explicit null", "/Lang (ja-JP)", "/Lang (ja-JP) /OpenAction null"),
        spelled("comment", "/Lang (ja-JP)", "/Lang (ja-JP) %x\n"),
        spelled("carriage return", "/Lang (ja-JP)", "/Lang\r(ja-JP)"),
        spelled("tab", "/Lang (ja-JP)", "/Lang\t(ja-JP)"),
        spelled("two spaces", "/Lang (ja-JP)", "/Lang  (ja-JP)"),
        spelled("NUL as space", "/Lang (ja-JP)", QByteArray("/Lang\0(ja-JP)", 13)),
        spelled("name in #xx", "/Lang (ja-JP)", "/L#61ng (ja-JP)"),
        spelled("octal string", "/Lang (ja-JP)", "/Lang (\\152a-JP)"),
        spelled("upper-case hex", "/Lang (ja-JP)", "/Lang <6A61>"),
        spelled("odd hex", "/Lang (ja-JP)", "/Lang <6a6>"),
        spelled("spaced hex", "/Lang (ja-JP)", "/Lang <6a 61>"),
        spelled("generation 1", "/Lang (ja-JP)", "/Lang 1 1 R"),
        spelled("object 0", "/Lang (ja-JP)", "/Lang 0 0 R"),
        spelled("number with plus", "/Lang (ja-JP)", "/Lang +1"),
        spelled("number with zeros", "/Lang (ja-JP)", "/Lang 007"),
        spelled("huge number", "/Lang (ja-JP)", "/Lang 99999999999999999999"),
        spelled("nothing between", "/Lang (ja-JP)", "/Lang 1-2"),
        spelled("deep nesting", "/Lang (ja-JP)", "/Lang " + QByteArray(100000, '[') + QByteArray(100000, ']')),
        spelled("bracket not closed", "/Lang (ja-JP)", "/Lang [ 1"),
        spelled("string not closed", "/Lang (ja-JP)", "/Lang (ja"),
        spelled("unknown word", "/Lang (ja-JP)", "/Lang yes"),
        spelled("key that is no name", "/Lang (ja-JP)", "(Lang) (ja-JP)"),
        spelled("a million values", "/Lang (ja-JP)", "/Lang [" + QByteArray(" 1").repeated(1000000) + " ]"),
        {"indirect length",
         [](auto &v) {
             const Forge forge(v.twice);
             return forge.updated({{forge.next(), "<< /Length 5 0 R >>\nstream\nabc\nendstream"}});
         },
         Verdict::Altered, Reason::S6},
        {"length too long",
         [](auto &v) {
             const Forge forge(v.twice);
             return forge.updated({{forge.next(), "<< /Length 99999999 >>\nstream\nabc\nendstream"}});
         },
         Verdict::Altered, Reason::S6},
        {"length too short",
         [](auto &v) {
             const Forge forge(v.twice);
             return forge.updated({{forge.next(), "<< /Length 1 >>\nstream\nabc\nendstream"}});
         },
         Verdict::Altered, Reason::S4},
    };
}

} // namespace tenken::test
