// The program, a line a row: the lit ones made what is looked at.

/** The height of a line, and where there is little room. */
export const CODE_LINE = 20;
export const CODE_LINE_TIGHT = 17;

interface Props {
  readonly program: readonly string[];
  readonly lit: readonly number[];
  /** Lit by the pointer, not by the lamp. */
  readonly over: boolean;
}

export function Code({ program, lit, over }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are reached by scrolling
    <ol className="lineage-program" data-part="program" tabIndex={0} data-over={over || undefined}>
      {program.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
        <li key={i} data-lit={lit.includes(i + 1) || undefined}>
          <code>{line}</code>
        </li>
      ))}
    </ol>
  );
}
