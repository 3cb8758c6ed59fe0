#include "signing/attacks/forge.h"
#include "workflow/documents/verify_submission.h"
#include "workflow/files.h"
#include "workflow/registry/import_submissions.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTest>

#ifdef Q_OS_WIN
#include <qt_windows.h>
// after it
#include <psapi.h>
#endif

using namespace tenken;
using namespace tenken::test;

namespace {

constexpr qsizetype kBomb = 64 * 1024 * 1024;
constexpr qint64 kAllowed = 100 * 1024; // KiB that the process may have held at any time

/// What this process held at most so far, in KiB. Not getrusage(): that counts the parent before exec() as well.
qint64 heldAtMost()
{
#ifdef Q_OS_WIN
    PROCESS_MEMORY_COUNTERS counters{};
    GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters);
    return static_cast<qint64>(counters.PeakWorkingSetSize / 1024);
#else
    QFile status(QStringLiteral("/proc/self/status"));
    const QByteArray lines = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    return lines.mid(lines.indexOf("VmHWM:") + 6, 20).simplified().split(' ').first().toLongLong();
#endif
}

QString verdictOf(const QString &path)
{
    const Result<VerifiedDocument> document = verifyFile(path, TrustPolicy(), sampleTime());
    return document ? toCode(document->verdict) : QStringLiteral("unreadable");
}

/// The same by way of a registry
QString verdictOnImport(const QString &path)
{
    const QTemporaryDir folder;
    const FixedClock clock(sampleTime());
    const auto registry = Registry::open(folder.filePath(QStringLiteral("r.db")), clock);
    const ChecklistSet none;
    if (!registry)
        return QStringLiteral("no registry");
    const auto results = ImportSubmissions(**registry, none, TrustPolicy()).import({path});
    return results && !results->isEmpty() ? toCode(results->last().verdict) : QStringLiteral("unreadable");
}

/// The other half of this program: judges one file and says what it held at most, and before it began
int judge(const QByteArray &how, const QString &path)
{
    const qint64 before = heldAtMost();
    const QString verdict = how == "--import" ? verdictOnImport(path) : verdictOf(path);
    std::printf("%s %lld %lld\n", qPrintable(verdict), heldAtMost(), before);
    return 0;
}

/// A document that an inspector signed, with this in place of one of its objects
QByteArray signedWith(SampleCity &city, const QByteArray &draft, int number, const QByteArray &body)
{
    return signRaw(city, Forge(draft).rewritten({{number, body}}));
}

/// One that holds this data, said to be a submission
QByteArray holding(SampleCity &city, const QByteArray &pages, const QByteArray &data)
{
    DocumentParts parts = sampleParts(pages);
    parts.attachment = data;
    return city.sign(buildOrDie(parts), Role::Inspector);
}

} // namespace

/// 64 MB that somebody packed into a file must not become 64 MB times something in memory (S6, A2, J3).
class TestBoundedMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bombs_data();
    void bombs();
    void severalLargeFiles();

private:
    static void costsLittle(const QString &how, const QString &path, const QByteArray &verdict);
};

void TestBoundedMemory::bombs_data()
{
    loadFonts();
    SampleCity city;
    const QByteArray pages = samplePages(3);
    const QByteArray draft = buildOrDie(sampleParts(pages));
    const QByteArray once = city.sign(draft, Role::Inspector);
    const Forge f(draft);
    const QByteArray spaces(kBomb, ' ');
    const QByteArray packed = stream({}, spaces);
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QByteArray>("verdict");
    const auto row = [](const char *name, const QByteArray &pdf, const char *verdict) {
        QTest::newRow(name) << pdf << QByteArray(verdict);
    };
    row("nothing wrong but the data", once, "malformed");
    row("page", signedWith(city, draft, f.content(), packed), "malformed");
    const QByteArray file("/Type /EmbeddedFile /Subtype /application#2fjson /Params << /Size 67108864 /CheckSum "
                          "<00000000000000000000000000000000> /ModDate (D:20261122100000+09'00') >>");
    row("attachment", signedWith(city, draft, f.embedded(), stream(file, spaces)), "malformed");
    const int font = f.withEntry("/Length1 ");
    row("font", signedWith(city, draft, font, stream("/Length1 " + QByteArray::number(kBomb), spaces)), "malformed");
    Bodies many;
    for (int i = 0; i < 200; ++i)
        many.insert(f.next() + i, stream({}, QByteArray(1 << 20, ' ')));
    row("many streams", Forge(once).updated(many), "altered");
    row("object stream", once + "9999 0 obj\n" + stream("/Type /ObjStm /N 1000000 /First 8", spaces) + "\nendobj\n",
        "altered");
    row("cross-reference stream",
        once + "9999 0 obj\n" + stream("/Type /XRef /W [ 1 4 1 ] /Size 10000000", spaces) + "\nendobj\n", "altered");
    QByteArray objects;
    for (int i = f.next() + 3; objects.size() < kBomb - once.size() - 99; ++i)
        objects += QByteArray::number(i) + " 0 obj\n0\nendobj\n";
    row("many objects", once + objects, "altered");
    QByteArray revisions = once; // has two
    const QByteArray part('(' + QByteArray(1'000'000, 'x') + ')');
    for (int i = 2; i < PdfFile::kMaxRevisions; ++i) {
        const Forge last(revisions);
        revisions = last.updated({{last.next(), part}});
    }
    row("many revisions", revisions, "altered");
    row("array of numbers", once + "9999 0 obj\n[" + QByteArray(" 0").repeated(kBomb / 2 - once.size() / 2 - 99) + " ]",
        "altered");
    row("nested arrays", once + "9999 0 obj\n" + QByteArray(kBomb - once.size() - 99, '['), "altered");
    row("one long string", once + "9999 0 obj\n<" + QByteArray(kBomb - once.size() - 99, '0') + ">\nendobj\n",
        "altered");
    const QByteArray entry("0000000000 00000 n \n");
    row("cross-reference table", once + "xref\n0 3300000\n" + entry.repeated((kBomb - once.size() - 99) / entry.size()),
        "altered");
    row("another's 64 MB", "%PDF-1.4\n" + packed + QByteArray(kBomb - packed.size() - 20, 'x'), "not-a-submission");
    const QByteArray head("{\"format\":\"tenken.submission/1\",\"items\":[");
    row("data of many values", holding(city, pages, head + QByteArray("0,").repeated((8 << 20) / 2 - 40) + "0]}"),
        "malformed");
    row("data of many objects",
        holding(city, pages, head + QByteArray("{\"a\":{}},").repeated((8 << 20) / 9 - 40) + "0]}"), "malformed");
    row("data of one long text", holding(city, pages, head + '"' + QByteArray((8 << 20) - 80, 'x') + "\"]}"),
        "malformed");
}

void TestBoundedMemory::bombs()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("a sanitizer keeps several times what the program holds");
#endif
    QFETCH(QByteArray, pdf);
    QFETCH(QByteArray, verdict);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bomb.pdf"));
    QVERIFY(pdf.size() <= kBomb);
    QVERIFY(writeFile(path, pdf));
    for (const QString &how : {QStringLiteral("--verify"), QStringLiteral("--import")})
        costsLittle(how, path, verdict);
}

/// One after the other: a refused one is forgotten before the next is read
void TestBoundedMemory::severalLargeFiles()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("a sanitizer keeps several times what the program holds");
#endif
    const QTemporaryDir folder;
    for (const QString &name : {QStringLiteral("a.pdf"), QStringLiteral("b.pdf"), QStringLiteral("c.pdf")})
        QVERIFY(writeFile(folder.filePath(name), "%PDF-1.4\n" + QByteArray(kBomb - 20, name.front().toLatin1())));
    costsLittle(QStringLiteral("--import"), folder.path(), "not-a-submission");
}

void TestBoundedMemory::costsLittle(const QString &how, const QString &path, const QByteArray &verdict)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {how, path});
    QVERIFY(child.waitForFinished(60'000));
    const QList<QByteArray> said = child.readAllStandardOutput().simplified().split(' ');
    QCOMPARE(child.exitCode(), 0);
    QCOMPARE(said.value(0), verdict);
    const qint64 held = said.value(1).toLongLong();
    const char *row = QTest::currentDataTag() ? QTest::currentDataTag() : "";
    qInfo("%s %s: %lld MB of file, %lld MB held", qPrintable(how), row, QFileInfo(path).size() >> 20, held / 1024);
    QVERIFY(held > 0);
#ifdef Q_OS_WIN // Wine counts its own libraries (45 MB)
    const qint64 allowed = kAllowed + said.value(2).toLongLong();
#else
    const qint64 allowed = kAllowed;
#endif
    QVERIFY2(held < allowed, qPrintable(QStringLiteral("%1 KiB").arg(held)));
}

int main(int argc, char **argv)
{
    if (argc == 3 && QByteArrayView(argv[1]).startsWith("--"))
        return judge(argv[1], QString::fromLocal8Bit(argv[2]));
    const QGuiApplication application(argc, argv);
    TestBoundedMemory test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_bounded_memory.moc"
