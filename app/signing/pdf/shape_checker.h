#pragma once

#include "signing/pdf/pdf_revisions.h"

#include <QList>

#include <limits>
#include <span>
#include <vector>

namespace tenken {

enum class ShapeKind : std::uint8_t {
    Boolean,
    Integer,
    Number,
    Name,
    String,
    Array,
    Dictionary,
    Map, ///< a dictionary with free keys, all values of one shape
    Stream,
    Backlink, ///< a reference to something that is reached on another way
};

struct Shape;

struct ShapeEntry {
    QByteArrayView key;
    const Shape *shape = nullptr;
    bool required = true;
};

/// What one value of a Tenken document may be: nothing that is not named here can stand in one
struct Shape {
    ShapeKind kind = ShapeKind::Dictionary;
    QByteArrayView names = {}; ///< of a name: the allowed ones, separated by |; empty: any
    std::span<const ShapeEntry> entries = {}; ///< of a dictionary or stream
    const Shape *element = nullptr; ///< of an array or map
    int minimum = 0; ///< size of an array or map; value of an integer
    int maximum = std::numeric_limits<int>::max();
    const Shape *otherwise = nullptr; ///< tried when the kind is another
    Reason rule = Reason::A3; ///< what a deviation breaks
    bool indirect = false; ///< only behind a reference (a stream always is)
};

/// Follows every reference from the trailer of one revision and compares with the shapes (A1, A3, A4, S8).
class ShapeChecker {
public:
    ShapeChecker(const PdfFile &file, int revision);

    void check(const PdfValue &value, const Shape &shape);
    /// S8: each object that this revision brought is in use
    void checkAllReached();

    const QList<Violation> &violations() const { return m_violations; }
    /// The shape that the object was found in; null: not reached
    const Shape *shapeOf(int number) const { return m_reached[static_cast<std::size_t>(number)]; }

private:
    void checkReference(const PdfValue &reference, const Shape &shape);
    void checkDirect(const PdfValue &value, const Shape &shape);
    void checkEntries(const PdfValue &dictionary, const Shape &shape);
    void checkElements(const PdfValue &container, const Shape &shape);
    void report(Reason rule, const PdfValue &where, QByteArrayView what);

    const PdfFile &m_file;
    int m_revision;
    std::vector<const Shape *> m_reached;
    QList<Violation> m_violations;
};

} // namespace tenken
