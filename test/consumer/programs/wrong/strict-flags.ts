// Shows that the strict flags are on: without its flag, each of these would compile.
import { createCIAppPipelineEvent, createClient } from "@clientwright/ci-visibility-pipelines";
// Error: verbatimModuleSyntax wants a type imported as a type
import { CIAppPipelineEventTags } from "@clientwright/ci-visibility-pipelines";

const tags: CIAppPipelineEventTags = ["team:a"];
// Error: noUncheckedIndexedAccess: a list may have no first entry
const first: string = tags[0];
// Error: strict: a parameter needs a type
const show = (value) => String(value);
show(first);

// Error: exactOptionalPropertyTypes: left out is not the same as undefined
await createCIAppPipelineEvent(createClient(), { data: undefined });
