// The checked trees of the programs that come with the page, as a source (`npm run generate`).

import { parseProgram } from '../src/systems/spark/language/parse.ts';
import { STEPS } from '../src/systems/spark/programs/steps.ts';

export async function treesTypeScript(): Promise<string> {
  const lines: string[] = [];
  for (const [name, source] of Object.entries(STEPS)) {
    const { driver, fns } = await parseProgram(source);
    // As text: a browser reads JSON faster than code, and a compiler need not look into it.
    lines.push(`  ${JSON.stringify(name)}: JSON.parse(${JSON.stringify(JSON.stringify({ driver, fns }))}),`);
  }
  return `// Made by \`npm run generate\` (scripts/program-trees.ts) from steps.ts.\n\nexport const trees: Readonly<Record<string, unknown>> = {\n${lines.join('\n')}\n};\n`;
}
