// Boxes that fill: any queue, over time. The same shapes as the kernel's Fill, named here because a widget knows nothing
// of systems.

import type { Text } from '../../base/text.ts';

export interface FillData {
  readonly of: Text;
  readonly x: { readonly span: number; readonly unit: Text };
  readonly boxes: readonly FillBoxData[];
  readonly back: readonly FillBack[];
}
export interface FillBoxData {
  readonly id: string;
  readonly name: Text;
  readonly note: Text;
  readonly says: Text;
  readonly limit: number | null;
  /** The highest level in each of as many equal slices of the time. */
  readonly levels: readonly number[];
  readonly full: boolean;
  readonly lost?: true;
}
export interface FillBack {
  readonly from: string;
  readonly to: string;
  readonly text: Text;
  readonly lost: boolean;
}
