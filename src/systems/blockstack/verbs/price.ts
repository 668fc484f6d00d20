// `blockstack price`: what a name costs under the prices of a namespace.

import { Refusal } from '../../../base/result.ts';
import { text } from '../../../base/text.ts';
import type { Verb } from '../../../contract/verb.ts';
import { UsageError } from '../../../contract/verb.ts';
import { NAME_MAX, nameFault } from '../virtualchain/names.ts';
import type { PriceRule } from '../virtualchain/price.ts';
import { priceOf } from '../virtualchain/price.ts';

const MOST_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);
/** The largest value of each field, as the bytes of a reveal allow. */
const MOST = { lifetime: 0xffffffff, coeff: 255, base: 255, nonalpha: 15, noVowel: 15 } as const;

export const price: Verb = {
  options: { namespace: 'text', height: 'count' },
  async run(args, host) {
    const [name, ...more] = args.words;
    const path = args.text('namespace');
    const height = args.count('height');
    if (name === undefined || more.length > 0) throw new UsageError('say one name');
    if (path === undefined) throw new UsageError('say --namespace FILE');
    if (height === undefined) throw new UsageError('say --height H');
    // What is priced is the part before the dot; a name may be given with or without the rest.
    const label = name.includes('.') ? name.slice(0, name.indexOf('.')) : name;
    const fits = name.includes('.') ? nameFault(name) === null : /^[a-z0-9\-_]+$/.test(name);
    if (!fits || name.length > NAME_MAX) throw new Refusal(text('price.name', { name, most: NAME_MAX }));
    const { satoshi, bucket, discount } = priceOf(label, ruleOf(await host.text(path, 10_000)), height);
    const kind = text(`price.${discount.kind}`, { by: discount.by });
    return {
      exit: 0,
      // Past 2^53 a number would be another one: it is written as a text.
      json: {
        name,
        label,
        satoshi: satoshi <= MOST_NUMBER ? Number(satoshi) : String(satoshi),
        bucket,
        discount,
      },
      lines: [text('price.is', { name, satoshi: String(satoshi), bucket, kind })],
    };
  },
};

function ruleOf(written: string): PriceRule {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw new Refusal(text('price.not-json'));
  }
  const rule = (value ?? {}) as Readonly<Record<string, unknown>>;
  const whole = (one: unknown, most: number): boolean =>
    typeof one === 'number' && Number.isInteger(one) && one >= 0 && one <= most;
  for (const [field, most] of Object.entries(MOST))
    if (!whole(rule[field], most)) throw new Refusal(text('price.field', { field, most }));
  const { buckets } = rule;
  if (!Array.isArray(buckets) || buckets.length !== 16 || buckets.some((one) => !whole(one, 15)))
    throw new Refusal(text('price.buckets'));
  return rule as unknown as PriceRule;
}
