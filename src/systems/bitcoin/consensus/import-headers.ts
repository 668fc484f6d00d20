// Reads a file of 80-byte headers, raw or in hex, as it comes: chunk by chunk, so that 800,000 headers need no more room
// than eleven. Every header is held against every rule that the file gives a context for; what is not checked is named.

import { doubleSha256 } from './double-sha256.ts';
import type { Header } from './header.ts';
import { HEADER_BYTES, parseHeader } from './header.ts';
import type { Judged, Unchecked } from './header-chain.ts';
import { HeaderChain } from './header-chain.ts';
import { importRefusal, unpack } from './header-file.ts';
import type { Network } from './network.ts';
import { mainnet, regtest } from './network.ts';
import type { Broken, HeaderRule } from './rules.ts';
import { bitsHex, hex256, targetOf } from './target.ts';
import { shown } from './wire.ts';

export interface ImportOptions {
  /** Null: by the first header; one with bits that mainnet does not allow is of regtest. */
  readonly network: Network | null;
  /** Null: 0 where the first header has no parent, else unknown; heights are then counted from 0 in the file. */
  readonly startHeight: number | null;
  /** Time of the first block of the period in which the file begins. */
  readonly previousRetargetTime?: number | undefined;
  /** The clock for the two-hour rule, in seconds. */
  readonly now?: number | undefined;
  /** Told of each header, and of its stamp, when it is judged; its bytes are another's afterwards. */
  readonly seen?: (bytes: Uint8Array, time: number, judged: Judged, network: Network) => void;
}

export interface NotChecked {
  readonly height: number;
  readonly rule: HeaderRule;
  readonly why: Unchecked | 'now';
}

export interface HeadersReport {
  readonly count: number;
  readonly valid: boolean;
  readonly firstInvalid?: { readonly height: number } & Broken<HeaderRule>;
  readonly broken: readonly { readonly height: number; readonly rules: readonly HeaderRule[] }[];
  readonly notChecked: readonly NotChecked[];
  /** Blocks at which the target was set anew, and their bits in hex. */
  readonly retargets: readonly { readonly height: number; readonly bits: string }[];
  /** Of the headers in the file, in hex. */
  readonly chainwork: string;
  /** Hash of the last header. */
  readonly tip: string;
}

/** So many headers with faults are listed; a file that is no chain of headers would name every one. */
const MOST_LISTED = 10_000;

export class HeadersImport {
  private readonly options: ImportOptions;
  private chain: HeaderChain | undefined;
  private network: Network;
  private readonly file = unpack();
  private readonly whole = new Uint8Array(HEADER_BYTES);
  private filled = 0;
  private count = 0;
  private brokenCount = 0;
  private first: HeadersReport['firstInvalid'];
  private tip = '';
  private readonly broken: HeadersReport['broken'][number][] = [];
  private readonly notChecked: NotChecked[] = [];
  private readonly retargets: HeadersReport['retargets'][number][] = [];
  /** Whether the first headers look like anything at all. */
  private strange = 0;

  constructor(options: ImportOptions) {
    this.options = options;
    this.network = options.network ?? mainnet;
  }

  /** The next piece of the file; refuses, in words, what is no file of headers. */
  push(chunk: Uint8Array): void {
    this.take(this.file.push(chunk));
  }

  end(): HeadersReport {
    this.take(this.file.end());
    const { count, filled, chain, options } = this;
    const from = options.startHeight ?? 0;
    if (count === 0 && filled === 0) throw importRefusal('empty');
    if (filled > 0) throw importRefusal('cut', { whole: count, left: filled });
    return {
      count,
      valid: this.brokenCount === 0,
      ...(this.first ? { firstInvalid: this.first } : {}),
      broken: this.broken,
      notChecked: [
        ...this.notChecked,
        ...(options.now === undefined
          ? [{ height: from, rule: 'time-too-new' as const, why: 'now' as const }]
          : []),
      ],
      retargets: this.retargets,
      chainwork: hex256(chain?.chainwork ?? 0n),
      tip: this.tip,
    };
  }

  /** What is not said of the file is read off its first header. */
  private begin({ bits, previous }: Header): HeaderChain {
    const { network, startHeight, previousRetargetTime: periodTime, now } = this.options;
    if (!network && targetOf(bits, mainnet.limit) === null && targetOf(bits, regtest.limit) !== null)
      this.network = regtest;
    const height = startHeight ?? (previous.every((byte) => byte === 0) ? 0 : null);
    return new HeaderChain({ network: this.network, height, periodTime, now });
  }

  private take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const size = Math.min(bytes.length - at, HEADER_BYTES - this.filled);
      this.whole.set(bytes.subarray(at, at + size), this.filled);
      this.filled += size;
      at += size;
      if (this.filled < HEADER_BYTES) return;
      this.filled = 0;
      this.judge();
    }
  }

  private judge(): void {
    const header = parseHeader(this.whole);
    this.chain ??= this.begin(header);
    const judged = this.chain.add(header, doubleSha256(this.whole));
    this.count++;
    this.lookAt(judged, header.bits);
    this.options.seen?.(this.whole, header.time, judged, this.network);
    for (const { rule, why } of judged.unchecked) this.notChecked.push({ height: judged.height, rule, why });
    // Of the first header it is not known what it was changed from.
    if (judged.boundary && this.count > 1 && this.network.retargets)
      this.retargets.push({ height: judged.height, bits: bitsHex(header.bits) });
    this.tip = shown(judged.hash);
    const [first] = judged.broken;
    if (!first) return;
    this.first ??= { height: judged.height, ...first };
    this.brokenCount++;
    if (this.broken.length < MOST_LISTED)
      this.broken.push({ height: judged.height, rules: judged.broken.map(({ rule }) => rule) });
  }

  /** Two in a row with impossible bits, the second not linked to the first: this is no chain of headers. */
  private lookAt({ broken }: Judged, bits: number): void {
    if (this.count > 2) return;
    const linked = !broken.some(({ rule }) => rule === 'prev-blk-not-found');
    const possible = targetOf(bits, this.network.limit) !== null;
    if (!possible && (this.count === 1 || !linked)) this.strange++;
    if (this.strange === 2) throw importRefusal('other');
  }
}
