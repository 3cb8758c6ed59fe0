#include "signing/keys/pkcs11_library.h"

#include <algorithm>

namespace tenken {

using namespace pkcs11;

namespace {

constexpr Ulong kMaxSlots = 256;
constexpr Ulong kMaxObjects = 256;
constexpr Ulong kMaxAttribute = 64 * 1024;
constexpr Ulong kMaxSignature = 4096;

QString nameOf(Rv rv)
{
    switch (rv) {
    case kPinIncorrect:
    case kPinInvalid:
    case kPinLenRange:
        return QStringLiteral("pin-incorrect");
    case kPinLocked:
    case kPinExpired:
        return QStringLiteral("pin-locked");
    case kUserNotLoggedIn:
    case kUserPinNotInitialized:
        return QStringLiteral("pin-needed");
    case kTokenNotPresent:
    case kTokenNotRecognized:
    case kSlotIdInvalid:
        return QStringLiteral("no-token");
    case kDeviceRemoved:
        return QStringLiteral("token-removed");
    case kMechanismInvalid:
        return QStringLiteral("mechanism-missing");
    default:
        return QStringLiteral("CKR 0x%1").arg(rv, 0, 16);
    }
}

} // namespace

Result<std::shared_ptr<Pkcs11Library>> Pkcs11Library::load(const QString &path)
{
    const std::shared_ptr<Pkcs11Library> library(new Pkcs11Library(path));
    const auto getFunctions = reinterpret_cast<GetFunctionList>(library->m_library.resolve("C_GetFunctionList"));
    FunctionList *functions = nullptr;
    if (!getFunctions || getFunctions(&functions) != kOk || !functions || functions->version.major != 2)
        return library->failure(QStringLiteral("module-unloadable"));
    InitializeArgs arguments{};
    arguments.flags = kOsLockingOk;
    const Rv rv = functions->initialize(&arguments);
    if (rv != kOk && rv != kAlreadyInitialized)
        return library->failure(rv);
    library->m_functions = functions;
    library->m_ours = rv == kOk;
    return library;
}

Pkcs11Library::~Pkcs11Library()
{
    if (m_ours)
        m_functions->finalize(nullptr);
}

tl::unexpected<Error> Pkcs11Library::failure(Rv rv) const { return failure(nameOf(rv)); }

tl::unexpected<Error> Pkcs11Library::failure(const QString &detail) const
{
    return fail(ErrorCode::TokenFailed, m_path, detail);
}

Result<QList<SlotId>> Pkcs11Library::slotsWithToken() const
{
    Ulong count = 0;
    if (const Rv rv = m_functions->getSlotList(1, nullptr, &count); rv != kOk)
        return failure(rv);
    count = std::min(count, kMaxSlots);
    QList<SlotId> found(static_cast<qsizetype>(count));
    if (const Rv rv = count == 0 ? kOk : m_functions->getSlotList(1, found.data(), &count); rv != kOk)
        return failure(rv);
    found.resize(static_cast<qsizetype>(count));
    if (found.isEmpty())
        return failure(kTokenNotPresent);
    return found;
}

Result<QString> Pkcs11Library::tokenLabel(SlotId slot) const
{
    TokenInfo info{};
    if (const Rv rv = m_functions->getTokenInfo(slot, &info); rv != kOk)
        return failure(rv);
    return QString::fromUtf8(reinterpret_cast<const char *>(info.label), sizeof info.label).trimmed();
}

Result<std::unique_ptr<Pkcs11Session>> Pkcs11Session::open(std::shared_ptr<Pkcs11Library> library, SlotId slot)
{
    Session session = 0;
    if (const Rv rv = (*library)->openSession(slot, kSerialSession, nullptr, nullptr, &session); rv != kOk)
        return library->failure(rv);
    return std::unique_ptr<Pkcs11Session>(new Pkcs11Session(std::move(library), session));
}

Pkcs11Session::~Pkcs11Session() { (*m_library)->closeSession(m_session); }

Status Pkcs11Session::login(const SecretBytes &pin, Ulong userType) const
{
    const Rv rv =
        (*m_library)
            ->login(m_session, userType, reinterpret_cast<const Byte *>(pin.data()), static_cast<Ulong>(pin.size()));
    if (rv != kOk && rv != kUserAlreadyLoggedIn)
        return m_library->failure(rv);
    return {};
}

Result<QList<Object>> Pkcs11Session::find(Ulong objectClass, const QByteArray &id) const
{
    QByteArray idCopy = id;
    Attribute wanted[]{{kClass, &objectClass, sizeof objectClass},
                       {kId, idCopy.data(), static_cast<Ulong>(idCopy.size())}};
    if (const Rv rv = (*m_library)->findObjectsInit(m_session, wanted, id.isNull() ? 1 : 2); rv != kOk)
        return m_library->failure(rv);
    QList<Object> objects(static_cast<qsizetype>(kMaxObjects));
    Ulong count = 0;
    const Rv rv = (*m_library)->findObjects(m_session, objects.data(), kMaxObjects, &count);
    (*m_library)->findObjectsFinal(m_session);
    if (rv != kOk)
        return m_library->failure(rv);
    objects.resize(static_cast<qsizetype>(std::min(count, kMaxObjects)));
    return objects;
}

QByteArray Pkcs11Session::attribute(Object object, Ulong type) const
{
    Attribute asked{type, nullptr, 0};
    if ((*m_library)->getAttributeValue(m_session, object, &asked, 1) != kOk || asked.length > kMaxAttribute)
        return {};
    QByteArray value(static_cast<qsizetype>(asked.length), '\0');
    asked.value = value.data();
    if ((*m_library)->getAttributeValue(m_session, object, &asked, 1) != kOk
        || asked.length > static_cast<Ulong>(value.size()))
        return {};
    value.truncate(static_cast<qsizetype>(asked.length));
    return value;
}

Result<QByteArray> Pkcs11Session::sign(Object key, Ulong mechanism, const QByteArray &input,
                                       const SecretBytes &pin) const
{
    Mechanism how{mechanism, nullptr, 0};
    if (const Rv rv = (*m_library)->signInit(m_session, &how, key); rv != kOk)
        return m_library->failure(rv);
    if (attribute(key, kAlwaysAuthenticate) == QByteArray(1, '\1'))
        if (const auto again = login(pin, kContextSpecific); !again)
            return fail(again);
    QByteArray signature(static_cast<qsizetype>(kMaxSignature), '\0');
    Ulong length = kMaxSignature;
    const Rv rv = (*m_library)
                      ->sign(m_session, reinterpret_cast<const Byte *>(input.constData()),
                             static_cast<Ulong>(input.size()), reinterpret_cast<Byte *>(signature.data()), &length);
    if (rv != kOk)
        return m_library->failure(rv);
    signature.truncate(static_cast<qsizetype>(std::min(length, kMaxSignature)));
    return signature;
}

} // namespace tenken
