#include "core/comparison/formality_signs.h"

#include "support/enum_values.h"
#include "support/sample_values.h"

using namespace tenken;

class FormalitySignsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codes();
    void signs_data();
    void signs();
    void sameAsLastYear_data();
    void sameAsLastYear();
    void answeredQuickly_data();
    void answeredQuickly();
    void neverPartOfAScore();
};

namespace {

using Kind = FormalitySignKind;

Checklist checklistOf(qsizetype items)
{
    QList<Item> list;
    for (qsizetype i = 1; i <= items; ++i) {
        list << sample::item(QStringLiteral("B-%1").arg(i));
    }
    return sample::checklist(list);
}

Submission submissionOf(const QString &letters) { return *sample::submission(checklistOf(letters.size()), letters); }

QString textsOf(const QList<FormalitySign> &signs)
{
    QStringList texts;
    for (const FormalitySign &sign : signs) {
        texts << QStringLiteral("%1 %2/%3≥%4").arg(toCode(sign.kind)).arg(sign.value).arg(sign.of).arg(sign.threshold);
    }
    return texts.join(u' ');
}

} // namespace

void FormalitySignsTest::codes()
{
    support::checkCodeList<Kind>({"all-yes", "many-not-applicable", "same-as-last-year", "answered-quickly"});
}

void FormalitySignsTest::signs_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("signs");
    QTest::newRow("ten ○") << "YYYYYYYYYY"
                           << "all-yes 10/10≥10";
    QTest::newRow("nine ○ are too few") << "YYYYYYYYY"
                                        << "";
    QTest::newRow("one △") << "YYYYYYYYYYP"
                           << "";
    QTest::newRow("one unknown") << "YYYYYYYYYYU"
                                 << "";
    QTest::newRow("○ and －") << "YYYYYYYYYYAA"
                              << "all-yes 10/10≥10";
    QTest::newRow("three of ten －") << "AAAYYYYYPN"
                                     << "many-not-applicable 3/10≥3";
    QTest::newRow("three of eleven －") << "AAAYYYYYPNN"
                                        << "";
    QTest::newRow("unanswered is no answer") << "AAAYYYYYPNBBBBB"
                                             << "many-not-applicable 3/10≥3";
    QTest::newRow("nothing but －") << "AAAAAAAAAA"
                                    << "many-not-applicable 10/10≥3";
    QTest::newRow("nothing answered") << "BBBBBBBBBBBB"
                                      << "";
}

void FormalitySignsTest::signs()
{
    QFETCH(QString, letters);
    QTEST(textsOf(formalitySigns(submissionOf(letters), nullptr, {})), "signs");
}

void FormalitySignsTest::sameAsLastYear_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("comment"); // of the first item this year; last year's is "as ruled"
    QTest::addColumn<QString>("signs");
    QTest::newRow("everything") << "PPPPPPPPPN"
                                << "as ruled"
                                << "same-as-last-year 10/10≥10";
    QTest::newRow("another answer") << "PPPPPPPPPP"
                                    << "as ruled"
                                    << "";
    QTest::newRow("another comment") << "PPPPPPPPPN"
                                     << "mended"
                                     << "";
    QTest::newRow("too few in common") << "PPPPPPPPP-"
                                       << "as ruled"
                                       << "";
}

void FormalitySignsTest::sameAsLastYear()
{
    QFETCH(QString, before);
    QFETCH(QString, comment);
    const Checklist checklist = checklistOf(10);
    Submission last = submissionOf(before);
    Submission now = submissionOf(QStringLiteral("PPPPPPPPPN"));
    last.items.first().answer.comment = QStringLiteral("as ruled");
    now.items.first().answer.comment = comment;
    QTEST(textsOf(formalitySigns(now, &last, changesBetween(checklist, checklist))), "signs");
    QVERIFY(formalitySigns(now, &last, {}).isEmpty()); // no item is known to be comparable
}

void FormalitySignsTest::answeredQuickly_data()
{
    QTest::addColumn<int>("apart"); // seconds from one answer to the next
    QTest::addColumn<int>("timed"); // answers that carry a time
    QTest::addColumn<QString>("signs");
    QTest::newRow("at once") << 0 << 12 << "answered-quickly 0/12≥110";
    QTest::newRow("ten seconds each") << 10 << 12 << "answered-quickly 110/12≥110";
    QTest::newRow("eleven seconds each") << 11 << 12 << "";
    QTest::newRow("few have times") << 0 << 9 << "";
}

void FormalitySignsTest::answeredQuickly()
{
    QFETCH(int, apart);
    QFETCH(int, timed);
    Submission submission = submissionOf(QStringLiteral("PNPNPNPNPNPN"));
    const QDateTime first = fromIso(QStringLiteral("2026-07-01T09:00:00+09:00"));
    for (int i = 0; i < timed; ++i) {
        submission.items[i].answer.answeredAt = first.addSecs(apart * (timed - 1 - i)); // in any order
    }
    QTEST(textsOf(formalitySigns(submission, nullptr, {})), "signs");
}

/// The same answers score the same, whether they show every sign or none.
void FormalitySignsTest::neverPartOfAScore()
{
    const Checklist checklist = checklistOf(10);
    Submission quick = submissionOf(QStringLiteral("YYYYYYYYYY"));
    Submission slow = quick;
    const QDateTime first = fromIso(QStringLiteral("2026-07-01T09:00:00+09:00"));
    for (int i = 0; i < 10; ++i) {
        quick.items[i].answer.answeredAt = first;
        slow.items[i].answer.answeredAt = first.addDays(i);
    }
    QCOMPARE(formalitySigns(quick, nullptr, {}).size(), 2);
    QCOMPARE(formalitySigns(slow, nullptr, {}).size(), 1);
    const Score one = scoreOf(scoreRows(checklist, quick));
    const Score other = scoreOf(scoreRows(checklist, slow));
    QCOMPARE(one.counts, other.counts);
    QVERIFY(one.weighted == other.weighted && one.judgement == other.judgement && one.maturity == other.maturity);
}

QTEST_GUILESS_MAIN(FormalitySignsTest)
#include "tst_formality_signs.moc"
