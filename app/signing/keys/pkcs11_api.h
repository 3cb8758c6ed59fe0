#pragma once

/// What Tenken uses of PKCS#11 v2.40 (OASIS, "PKCS #11 Cryptographic Token Interface Base Specification"), declared
/// from the standard. Structures are packed to one byte on Windows (base specification, 2.1).
namespace tenken::pkcs11 {

using Byte = unsigned char;
using Ulong = unsigned long;
using Rv = Ulong;
using SlotId = Ulong;
using Session = Ulong;
using Object = Ulong;

constexpr Rv kOk = 0x00;
constexpr Rv kSlotIdInvalid = 0x03;
constexpr Rv kDeviceRemoved = 0x32;
constexpr Rv kMechanismInvalid = 0x70;
constexpr Rv kPinIncorrect = 0xa0;
constexpr Rv kPinInvalid = 0xa1;
constexpr Rv kPinLenRange = 0xa2;
constexpr Rv kPinExpired = 0xa3;
constexpr Rv kPinLocked = 0xa4;
constexpr Rv kTokenNotPresent = 0xe0;
constexpr Rv kTokenNotRecognized = 0xe1;
constexpr Rv kUserAlreadyLoggedIn = 0x100;
constexpr Rv kUserNotLoggedIn = 0x101;
constexpr Rv kUserPinNotInitialized = 0x102;
constexpr Rv kAlreadyInitialized = 0x191;

constexpr Ulong kSerialSession = 0x04;
constexpr Ulong kReadWriteSession = 0x02;
constexpr Ulong kOsLockingOk = 0x02;
constexpr Ulong kUser = 1;
constexpr Ulong kContextSpecific = 2;

constexpr Ulong kClass = 0x0000;
constexpr Ulong kToken = 0x0001;
constexpr Ulong kPrivate = 0x0002;
constexpr Ulong kValue = 0x0011;
constexpr Ulong kCertificateType = 0x0080;
constexpr Ulong kSubject = 0x0101;
constexpr Ulong kId = 0x0102;
constexpr Ulong kAlwaysAuthenticate = 0x0202;

constexpr Ulong kClassCertificate = 1;
constexpr Ulong kClassPrivateKey = 3;
constexpr Ulong kCertificateX509 = 0;

constexpr Ulong kMechanismRsaPkcs = 0x0001;
constexpr Ulong kMechanismEcdsa = 0x1041;

#ifdef _WIN32
#pragma pack(push, 1)
#endif

struct Version {
    Byte major;
    Byte minor;
};

struct TokenInfo {
    Byte label[32]; ///< UTF-8, padded with blanks
    Byte manufacturer[32];
    Byte model[16];
    Byte serial[16];
    Ulong flags;
    Ulong counts[10];
    Version hardware;
    Version firmware;
    Byte utcTime[16];
};

struct Attribute {
    Ulong type;
    void *value;
    Ulong length;
};

struct Mechanism {
    Ulong mechanism;
    void *parameter;
    Ulong parameterLength;
};

struct InitializeArgs {
    void *createMutex;
    void *destroyMutex;
    void *lockMutex;
    void *unlockMutex;
    Ulong flags;
    void *reserved;
};

/// CK_FUNCTION_LIST in the standard's order; what is not used is only a pointer.
struct FunctionList {
    Version version;
    Rv (*initialize)(InitializeArgs *);
    Rv (*finalize)(void *);
    void *getInfo;
    void *getFunctionList;
    Rv (*getSlotList)(Byte onlyWithToken, SlotId *, Ulong *count);
    void *getSlotInfo;
    Rv (*getTokenInfo)(SlotId, TokenInfo *);
    void *getMechanismList;
    void *getMechanismInfo;
    void *initToken;
    void *initPin;
    void *setPin;
    Rv (*openSession)(SlotId, Ulong flags, void *application, void *notify, Session *);
    Rv (*closeSession)(Session);
    void *closeAllSessions;
    void *getSessionInfo;
    void *getOperationState;
    void *setOperationState;
    Rv (*login)(Session, Ulong userType, const Byte *pin, Ulong length);
    Rv (*logout)(Session);
    Rv (*createObject)(Session, Attribute *, Ulong count, Object *);
    void *copyObject;
    void *destroyObject;
    void *getObjectSize;
    Rv (*getAttributeValue)(Session, Object, Attribute *, Ulong count);
    void *setAttributeValue;
    Rv (*findObjectsInit)(Session, Attribute *, Ulong count);
    Rv (*findObjects)(Session, Object *, Ulong maximum, Ulong *count);
    Rv (*findObjectsFinal)(Session);
    void *encrypt[4];
    void *decrypt[4];
    void *digest[5];
    Rv (*signInit)(Session, Mechanism *, Object key);
    Rv (*sign)(Session, const Byte *data, Ulong length, Byte *signature, Ulong *signatureLength);
};

#ifdef _WIN32
#pragma pack(pop)
#endif

using GetFunctionList = Rv (*)(FunctionList **);

} // namespace tenken::pkcs11
