// `list`: every system, its scenarios, what they claim and the switches they have.

import type { Scenario, Switch, SystemHead } from '../contract/system.ts';
import { catalog } from '../systems/catalog.ts';
import type { Command } from './command.ts';
import { printJson } from './report.ts';
import { languageFrom, sayIn } from './words.ts';

export const list: Command = {
  usage: 'list [--json] [--lang en|zh]',
  about: 'what there is: systems, scenarios, claims and switches',
  options: { json: 'flag', lang: 'text' },
  async run(args, io) {
    const language = languageFrom(args);
    const systems = [];
    for (const entry of catalog) {
      const system = await entry.head();
      const say = await sayIn(language, entry.id);
      systems.push({
        system: system.id,
        version: system.version,
        scenarios: system.scenarios.map((scenario) => ({
          id: scenario.id,
          title: say({ key: `${scenario.id}.title` }),
          claims: scenario.claims,
          switches: switchesOf(system, scenario),
        })),
      });
    }
    if (args.has('json')) {
      printJson(systems, io);
      return 0;
    }
    for (const { system, version, scenarios } of systems) {
      io.out(`${system} (version ${version})`);
      const width = Math.max(...scenarios.map(({ id }) => id.length));
      for (const { id, title, claims } of scenarios) {
        io.out(`  ${system}/${id.padEnd(width)}  ${title}`);
        const said = Object.entries(claims).map(([name, claim]) => `${name} ${claim}`);
        io.out(`  ${' '.repeat(system.length + 1 + width)}  ${said.join(', ')}`);
      }
    }
    return 0;
  },
};

/** The scenario's own switches first, as its page shows them. */
function switchesOf(system: SystemHead, scenario: Scenario) {
  const rank = ({ name }: Switch): number => {
    const index = scenario.switches.indexOf(name);
    return index < 0 ? scenario.switches.length : index;
  };
  const ordered = [...system.switches].sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(
    ordered.map((one) => [
      one.name,
      {
        values: valuesOf(one),
        default: scenario.params[one.name] ?? one.default,
      },
    ]),
  );
}

function valuesOf(one: Switch) {
  switch (one.kind) {
    case 'choice':
      return one.values;
    case 'number':
      return { min: one.min, max: one.max };
    case 'text':
      return { maxLength: one.maxLength, ...(one.pattern === undefined ? {} : { pattern: one.pattern }) };
  }
}
