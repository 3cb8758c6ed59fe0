#include "signing/pdf/shape_checker.h"

#include <algorithm>
#include <array>

namespace tenken {

namespace {

constexpr qsizetype kMaxViolations = 16;

bool fits(ShapeKind shape, ValueKind value)
{
    switch (shape) {
    case ShapeKind::Boolean:
        return value == ValueKind::Boolean;
    case ShapeKind::Integer:
        return value == ValueKind::Integer;
    case ShapeKind::Number:
        return value == ValueKind::Integer || value == ValueKind::Real;
    case ShapeKind::Name:
        return value == ValueKind::Name;
    case ShapeKind::String:
        return value == ValueKind::String;
    case ShapeKind::Array:
        return value == ValueKind::Array;
    case ShapeKind::Dictionary:
    case ShapeKind::Map:
    case ShapeKind::Stream:
        return value == ValueKind::Dictionary;
    case ShapeKind::Backlink:
        return value == ValueKind::Reference;
    }
    return false;
}

bool isListed(QByteArrayView names, QByteArrayView name)
{
    while (!names.isEmpty()) {
        const qsizetype bar = names.indexOf('|');
        if ((bar < 0 ? names : names.first(bar)) == name)
            return true;
        names = bar < 0 ? QByteArrayView() : names.sliced(bar + 1);
    }
    return false;
}

/// Keys that make a document act (ISO 32000-1, 12.6), change what is shown or reach outside
bool isActive(QByteArrayView key)
{
    static constexpr std::array<QByteArrayView, 22> keys = {"A",
                                                            "AA",
                                                            "JS",
                                                            "JavaScript",
                                                            "OpenAction",
                                                            "URI",
                                                            "URL",
                                                            "URLS",
                                                            "Launch",
                                                            "GoToR",
                                                            "XFA",
                                                            "OC",
                                                            "OCProperties",
                                                            "RichMediaContent",
                                                            "RichMediaSettings",
                                                            "Next",
                                                            "PA",
                                                            "Rendition",
                                                            "Movie",
                                                            "Sound",
                                                            "Alternates",
                                                            "Collection"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

ShapeChecker::ShapeChecker(const PdfFile &file, int revision)
    : m_file(file),
      m_revision(revision),
      m_reached(static_cast<std::size_t>(
          file.revisions()[static_cast<std::size_t>(revision)].trailer.find("Size").integer() + 1))
{ }

void ShapeChecker::report(Reason rule, const PdfValue &where, QByteArrayView what)
{
    if (m_violations.size() < kMaxViolations) {
        const QString detail = QStringLiteral("%1 at %2").arg(QString::fromLatin1(what)).arg(where.begin());
        m_violations.append(Violation{rule, m_revision, detail});
    }
}

void ShapeChecker::check(const PdfValue &value, const Shape &shape)
{
    if (m_violations.size() >= kMaxViolations)
        return;
    if (value.is(ValueKind::Reference))
        checkReference(value, shape);
    else if (shape.kind == ShapeKind::Stream || shape.indirect)
        report(shape.rule, value, "a reference was expected");
    else
        checkDirect(value, shape);
}

void ShapeChecker::checkReference(const PdfValue &reference, const Shape &shape)
{
    const PdfObject *object = m_file.object(reference.reference(), m_revision);
    if (!object || static_cast<std::size_t>(object->number) >= m_reached.size()) {
        report(Reason::S8, reference, "unresolved reference");
        return;
    }
    if (shape.kind == ShapeKind::Backlink)
        return;
    const Shape *fitting = &shape;
    while (fitting->otherwise && !fits(fitting->kind, object->value.kind()))
        fitting = fitting->otherwise;
    const Shape *&reached = m_reached[static_cast<std::size_t>(object->number)];
    if (reached) {
        if (reached != fitting)
            report(Reason::A3, reference, "one object in two roles");
        return;
    }
    reached = fitting;
    if (object->isStream != (fitting->kind == ShapeKind::Stream))
        report(fitting->rule, reference, "stream in place of a value, or the other way round");
    else
        checkDirect(object->value, *fitting);
}

void ShapeChecker::checkDirect(const PdfValue &value, const Shape &shape)
{
    if (!fits(shape.kind, value.kind())) {
        if (shape.otherwise)
            checkDirect(value, *shape.otherwise);
        else
            report(shape.rule, value, "value of another kind");
        return;
    }
    switch (shape.kind) {
    case ShapeKind::Name:
        if (!shape.names.isEmpty() && !isListed(shape.names, value.name()))
            report(shape.rule, value, "another name");
        break;
    case ShapeKind::Integer:
        if (value.integer() < shape.minimum || value.integer() > shape.maximum)
            report(shape.rule, value, "number out of range");
        break;
    case ShapeKind::Array:
    case ShapeKind::Map:
        checkElements(value, shape);
        break;
    case ShapeKind::Dictionary:
    case ShapeKind::Stream:
        checkEntries(value, shape);
        break;
    case ShapeKind::Boolean:
    case ShapeKind::Number:
    case ShapeKind::String:
    case ShapeKind::Backlink:
        break;
    }
}

void ShapeChecker::checkElements(const PdfValue &container, const Shape &shape)
{
    if (container.size() < shape.minimum || container.size() > shape.maximum)
        report(shape.rule, container, "another number of elements");
    PdfValue child = container.firstChild();
    while (child) {
        if (shape.kind == ShapeKind::Map)
            child = child.nextSibling();
        check(child, *shape.element);
        child = child.nextSibling();
    }
}

void ShapeChecker::checkEntries(const PdfValue &dictionary, const Shape &shape)
{
    for (PdfValue key = dictionary.firstChild(); key;) {
        const PdfValue value = key.nextSibling();
        const QByteArrayView name = key.name();
        const auto entry = std::find_if(shape.entries.begin(), shape.entries.end(),
                                        [name](const ShapeEntry &e) { return e.key == name; });
        if (entry != shape.entries.end())
            check(value, *entry->shape);
        else if (shape.kind == ShapeKind::Stream && (name == "F" || name == "FFilter" || name == "FDecodeParms"))
            report(Reason::A2, key, "external stream");
        else
            report(isActive(name) ? Reason::A1 : shape.rule, key, "unknown key");
        key = value.nextSibling();
    }
    for (const ShapeEntry &entry : shape.entries) {
        if (entry.required && !dictionary.find(entry.key))
            report(entry.shape->rule, dictionary, entry.key);
    }
}

void ShapeChecker::checkAllReached()
{
    const PdfRevision &revision = m_file.revisions()[static_cast<std::size_t>(m_revision)];
    for (int i = 0; i < revision.objectCount; ++i) {
        const PdfObject &object = m_file.objects()[static_cast<std::size_t>(revision.firstObject + i)];
        if (!shapeOf(object.number))
            report(Reason::S8, object.value, "object without use");
    }
}

} // namespace tenken
