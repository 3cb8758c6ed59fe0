#include "signing/attacks/forge.h"

#include <QTest>

using namespace tenken;
using namespace tenken::test;

namespace {

/// One entry of one dictionary made another: the body of the object that holds it
struct Change {
    QByteArray key; ///< whose entry it is
    int number = 0;
    QByteArray body;
};

/// Writes over [begin, end) of the value that an object holds
class Editor {
public:
    Editor(const Forge &forge, const PdfObject &object)
        : m_number(object.number), m_begin(object.value.begin()), m_body(forge.body(object.number))
    { }

    Change replacing(const QByteArray &key, qsizetype begin, qsizetype end, const QByteArray &by) const
    {
        return {key, m_number, QByteArray(m_body).replace(begin - m_begin, end - begin, by)};
    }

private:
    int m_number;
    qsizetype m_begin;
    QByteArray m_body;
};

using Visit = std::function<void(const Editor &, const PdfValue &dictionary)>;

void visitDictionaries(const Editor &editor, const PdfValue &value, const Visit &visit)
{
    if (value.is(ValueKind::Dictionary))
        visit(editor, value);
    for (PdfValue child = value.firstChild(); child; child = child.nextSibling())
        visitDictionaries(editor, child, visit);
}

/// What a document may say as it likes: how fonts are called and measured, how wide hatching is. Only what is optional,
/// and what a page names without drawing with it, may be missing.
const QSet<QByteArray> kMayBeDropped{"Alternate", "CSp", "CSpg", "ColorSpace", "RegistryName", "W"};
const QSet<QByteArray> kMayBeNamed{"BaseFont", "FontName"};
const QSet<QByteArray> kMayBeCounted{"Flags", "ItalicAngle", "Length1", "Supplement", "XStep", "YStep"};

} // namespace

/// The closed profile, entry by entry: whatever is changed in any dictionary of a document, the document is refused,
/// but for what is listed above.
class TestEveryEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_city = std::make_unique<SampleCity>();
        m_draft = buildOrDie(sampleParts(samplePages(1)));
        m_file = std::make_unique<PdfFile>(m_draft);
        m_forge = std::make_unique<Forge>(m_draft);
        QCOMPARE(m_city->verify(m_draft).verdict, Verdict::Unsigned);
    }

    void oneMore()
    {
        judge({}, [](const Editor &editor, const PdfValue &dictionary) {
            const qsizetype at = dictionary.begin() + 3;
            return QList<Change>{editor.replacing("Unknown", at, at, "/Unknown 1 ")};
        });
    }

    void oneLess()
    {
        judge(kMayBeDropped, [](const Editor &editor, const PdfValue &dictionary) {
            return entryByEntry(dictionary, [&](const PdfValue &key, const PdfValue &value) {
                return QList{editor.replacing(key.name().toByteArray(), key.begin(), value.end() + 1, {})};
            });
        });
    }

    void anotherKind()
    {
        judge({}, [](const Editor &editor, const PdfValue &dictionary) {
            return entryByEntry(dictionary, [&](const PdfValue &key, const PdfValue &value) {
                const QByteArray other = value.isNumber() ? "/Number" : "7";
                return QList{editor.replacing(key.name().toByteArray(), value.begin(), value.end(), other)};
            });
        });
    }

    void anotherName()
    {
        judge(kMayBeNamed, [](const Editor &editor, const PdfValue &dictionary) {
            return entryByEntry(dictionary, [&](const PdfValue &key, const PdfValue &value) {
                QList<Change> changes;
                if (value.is(ValueKind::Name))
                    changes.append(editor.replacing(key.name().toByteArray(), value.begin(), value.end(), "/Other"));
                return changes;
            });
        });
    }

    void anotherNumber()
    {
        judge(kMayBeCounted, [](const Editor &editor, const PdfValue &dictionary) {
            return entryByEntry(dictionary, [&](const PdfValue &key, const PdfValue &value) {
                QList<Change> changes;
                for (const char *number : {"-1", "99999"}) {
                    if (value.is(ValueKind::Integer))
                        changes.append(editor.replacing(key.name().toByteArray(), value.begin(), value.end(), number));
                }
                return changes;
            });
        });
    }

private:
    template <class Make> static QList<Change> entryByEntry(const PdfValue &dictionary, Make make)
    {
        QList<Change> changes;
        for (PdfValue key = dictionary.firstChild(); key; key = key.nextSibling().nextSibling())
            changes += make(key, key.nextSibling());
        return changes;
    }

    template <class Make> void judge(const QSet<QByteArray> &free, Make make)
    {
        QSet<QByteArray> passed;
        int count = 0;
        for (const PdfObject &object : m_file->objects()) {
            visitDictionaries(Editor(*m_forge, object), object.value, [&](auto &editor, auto &dictionary) {
                for (const Change &change : make(editor, dictionary)) {
                    const SignatureReport report = m_city->verify(m_forge->rewritten({{change.number, change.body}}));
                    ++count;
                    if (report.verdict == Verdict::Unsigned)
                        passed.insert(change.key);
                    else
                        QVERIFY(!report.reasons.isEmpty());
                }
            });
        }
        QVERIFY(count > 30);
        QCOMPARE(sorted(passed), sorted(free));
    }

    static QByteArray sorted(const QSet<QByteArray> &keys)
    {
        QList<QByteArray> list(keys.cbegin(), keys.cend());
        std::sort(list.begin(), list.end());
        return list.join(' ');
    }

    std::unique_ptr<SampleCity> m_city;
    QByteArray m_draft;
    std::unique_ptr<PdfFile> m_file;
    std::unique_ptr<Forge> m_forge;
};

QTEST_MAIN(TestEveryEntry)
#include "tst_every_entry.moc"
