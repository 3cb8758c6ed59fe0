#pragma once

#include "core/result.h"

#include <QTest>

/// A Result that must hold a value; the message says what went wrong otherwise.
#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &verified = (expression);                                                                           \
        QVERIFY2(verified.has_value(), qPrintable(tenken::checks::trace(verified)));                                   \
    } while (false)

/// A Result that must fail with this code
#define COMPARE_CODE(expression, expected)                                                                             \
    do {                                                                                                               \
        const auto &compared = (expression);                                                                           \
        QVERIFY(!compared.has_value());                                                                                \
        QVERIFY2(compared.error().code == (expected), qPrintable(tenken::checks::trace(compared)));                    \
    } while (false)

namespace tenken::checks {

template <class T> QString trace(const Result<T> &result)
{
    if (result) {
        return {};
    }
    const Error error = result.error();
    return QStringLiteral("code %1, %2: %3").arg(static_cast<int>(error.code)).arg(error.subject, error.detail);
}

} // namespace tenken::checks
