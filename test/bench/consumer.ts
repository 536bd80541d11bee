import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compilers } from "../consumer/compilers.ts";
import { race } from "./measure.ts";
import { inProject } from "./project.ts";

/**
 * Time of `tsc` on a program that sends an event and iterates a search, over that on an empty one, with each compiler. The empty one has the
 * library of a browser too, which is most of what a compiler reads.
 */
const rounds = 9;

await inProject([], async (folder) => {
  writeFileSync(join(folder, "empty.ts"), "export {};\n");
  writeFileSync(
    join(folder, "using.ts"),
    `import { createCIAppPipelineEvent, createClient, searchCIAppPipelineEvents } from "@clientwright/ci-visibility-pipelines";

const client = createClient({ apiKey: "a", appKey: "b" });
await createCIAppPipelineEvent(client, {
  data: {
    type: "cipipeline_resource_request",
    attributes: {
      resource: { level: "stage", status: "success", id: "1", name: "test", pipeline_name: "deploy", pipeline_unique_id: "1", start: new Date(), end: new Date() },
    },
  },
});
for await (const event of searchCIAppPipelineEvents(client)) console.log(event.attributes?.tags);
`,
  );
  // As `tsc --init` writes it, where declarations of packages are not checked.
  const compilerOptions = {
    target: "es2023",
    module: "nodenext",
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  for (const name of ["empty", "using"]) {
    writeFileSync(
      join(folder, `tsconfig.${name}.json`),
      JSON.stringify({ compilerOptions, files: [`${name}.ts`] }),
    );
  }
  for (const { name, tsc } of compilers) {
    const contestant = (program: string): Parameters<typeof race>[0][number] => ({
      name: program,
      run: [[process.execPath, tsc, "-p", `tsconfig.${program}.json`]],
      cwd: folder,
    });
    const times = race([contestant("empty"), contestant("using")], rounds);
    const [empty = Number.NaN, using = Number.NaN] = times.values();
    process.stdout.write(
      `${name.padEnd(18)} empty ${Math.round(empty)} ms, using ${Math.round(using)} ms, ratio ${(using / empty).toFixed(2)} (at most 1.1)\n`,
    );
  }
});
