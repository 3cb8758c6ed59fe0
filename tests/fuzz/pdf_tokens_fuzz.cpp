#include "signing/pdf/pdf_objects.h"

#include "fuzz/fuzz_input.h"

using namespace tenken;

/// Tokens move forward and stay inside; what parses is read back from its own bytes as the same tree.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    PdfLexer lexer(bytes);
    for (Token token = lexer.next(); token.kind != TokenKind::End && token.kind != TokenKind::Invalid;
         token = lexer.next()) {
        fuzz::require(token.begin < token.end && token.end <= size);
        fuzz::require(lexer.position() == token.end);
    }
    ValueTree tree(bytes);
    PdfLexer again(bytes);
    const PdfValue value(&tree, tree.parse(again));
    if (!value)
        return 0;
    const QByteArray raw = value.raw().toByteArray();
    ValueTree copy(raw);
    PdfLexer copied(raw);
    const PdfValue same(&copy, copy.parse(copied));
    fuzz::require(same && same.kind() == value.kind() && same.size() == value.size() && same.raw() == value.raw());
    fuzz::require(same.text() == value.text());
    return 0;
}
