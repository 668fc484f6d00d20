// The switches, one list for every scenario: a scenario only changes their defaults. And the same as the rules read them.

import type { Params, Switch } from '../../contract/system.ts';
import { schedulerSwitch } from '../../contract/system.ts';
import { AUTH, FORGED, WRITTEN } from './bytes.ts';
import type { Protocol } from './state.ts';
import { BOX, ROOT } from './state.ts';
import { todaySwitches } from './today/params.ts';

const choice = (name: string, ...values: readonly [string, ...string[]]): Switch => ({
  kind: 'choice',
  name,
  values,
  default: values[0],
});
const number = (name: string, min: number, max: number, byDefault: number): Switch => ({
  kind: 'number',
  name,
  min,
  max,
  default: byDefault,
});
const bytes = (name: string, byDefault = ''): Switch => ({
  kind: 'text',
  name,
  maxLength: 400,
  default: byDefault,
});
/** Users and a file server; the log of today has switches of its own. */
const only = (when: NonNullable<Switch['when']>, ...list: readonly Switch[]): readonly Switch[] =>
  list.map((one) => ({ ...one, when: { layout: ['sundr'], ...when } }));

const LOGGED: readonly Protocol[] = ['straw', 'serialized', 'concurrent'];

export const switches: readonly Switch[] = [
  ...only({}, choice('protocol', 'straw', 'files', 'serialized', 'concurrent')),
  choice('server', 'honest', 'free', 'liar'),
  /** What users do: the lecture's bank, each its part of it; or turns, in any order. */
  ...only({}, choice('work', 'bank', 'turns'), choice('grain', 'op', 'message')),
  ...only({ work: ['turns'] }, number('users', 1, 4, 2), number('maxOps', 1, 12, 4)),
  ...only({}, choice('sigCheck', 'on', 'off')),
  ...only({ protocol: LOGGED }, choice('ownCheck', 'on', 'off')),
  ...only({ protocol: ['straw'] }, choice('fetchLog', 'on', 'off')),
  ...only({ protocol: ['serialized', 'concurrent'] }, choice('orderCheck', 'on', 'off')),
  ...only({ protocol: ['concurrent'] }, choice('wait', 'on', 'off')),
  ...only({ server: ['liar'] }, choice('forge', 'on', 'off', 'none')),
  /** Whose key the server has, where what it makes up is verified at all. */
  ...only({ server: ['liar'], forge: ['on'], sigCheck: ['on'] }, choice('helps', 'none', 'A', 'B')),
  /** Whom the superuser removes. */
  ...only({ work: ['turns'], protocol: LOGGED }, choice('removes', 'none', 'A', 'B')),
  ...only({ protocol: LOGGED }, number('box', 0, 9, 0), choice('boxCheck', 'on', 'off')),
  /** Users may compare their last entries, past the server. */
  choice('talk', 'off', 'on'),
  ...only({}, choice('history', 'on', 'off')),
  /** Offered where the server may put others in their place. */
  ...only(
    { work: ['bank'], server: ['liar'] },
    bytes('fileBytes', WRITTEN[AUTH]),
    bytes('forgedBytes', FORGED[AUTH]),
  ),
  ...todaySwitches,
  schedulerSwitch,
];

export interface Settings {
  readonly protocol: Protocol;
  readonly server: 'honest' | 'free' | 'liar';
  /** The lecture's bank; else turns. */
  readonly bank: boolean;
  readonly messages: boolean;
  /** Users in order, without the timestamp box. */
  readonly users: readonly string[];
  /** Operations of all users together, where they take turns. */
  readonly maxOps: number;
  readonly sigCheck: boolean;
  readonly ownCheck: boolean;
  readonly fetchLog: boolean;
  readonly orderCheck: boolean;
  readonly boxCheck: boolean;
  readonly wait: boolean;
  /** A liar also changes what it holds; else it only hides, forks and goes back. */
  readonly alters: boolean;
  /** And makes things up. */
  readonly forge: boolean;
  /** A user who gave the server the key; '' where nobody did. */
  readonly helps: string;
  /** A user whom the superuser removes; '' where it removes nobody. */
  readonly removes: string;
  /** Ticks that a stamp may be old; 0 where there is no box. */
  readonly box: number;
  readonly talk: boolean;
  readonly history: boolean;
  /** The bytes of `auth.py`: as A writes it, and as the server would have it. */
  readonly written: string;
  readonly forged: string;
}

const NAMES = ['A', 'B', 'C', 'D'];

export { BOX };

export function settingsOf(params: Params): Settings {
  const on = (name: string): boolean => params[name] === 'on';
  const protocol = params.protocol as Protocol;
  const bank = params.work === 'bank';
  return {
    protocol,
    server: params.server as Settings['server'],
    bank,
    messages: params.grain === 'message',
    users: NAMES.slice(0, bank ? 3 : Number(params.users)),
    maxOps: Number(params.maxOps),
    sigCheck: on('sigCheck'),
    ownCheck: on('ownCheck'),
    fetchLog: protocol !== 'straw' || on('fetchLog'),
    orderCheck: on('orderCheck'),
    boxCheck: on('boxCheck'),
    wait: on('wait'),
    alters: params.forge !== 'none',
    forge: on('forge'),
    helps: helperIn(params),
    removes: bank || protocol === 'files' || params.removes === 'none' ? '' : String(params.removes),
    box: protocol === 'files' ? 0 : Number(params.box),
    talk: protocol !== 'files' && on('talk'),
    history: on('history'),
    written: String(params.fileBytes),
    forged: String(params.forgedBytes),
  };
}

function helperIn({ server, forge, sigCheck, helps }: Params): string {
  const matters = server === 'liar' && forge === 'on' && sigCheck === 'on' && helps !== 'none';
  return matters ? String(helps) : '';
}

/** Everyone who signs, in order. */
export const principals = ({ users, removes, box }: Settings): readonly string[] => [
  ...users,
  ...(removes === '' ? [] : [ROOT]),
  ...(box > 0 ? [BOX] : []),
];
