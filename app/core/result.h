#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace tenken {

/// A value or an Error; never silently dropped. `if (!r) return fail(r);` passes an error up.
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
    using Base = tl::expected<T, Error>;

public:
    using Base::Base;
    Result(Base other) : Base(std::move(other)) { }
};

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

template <class T> [[nodiscard]] tl::unexpected<Error> fail(const Result<T> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

} // namespace tenken
