// How this visit is drawn, apart from the run: what stands after `?` in the address. `embed=1` leaves out what belongs
// to a page of its own, `from` and `to` bound the steps, `lock=1` lets them be stepped but nothing be chosen.

export interface ViewSettings {
  readonly embed: boolean;
  /** First and last step that can be gone to; null: no bound. */
  readonly from: number | null;
  readonly to: number | null;
  readonly lock: boolean;
  readonly theme: string | null;
  readonly language: string | null;
}

export function readViewSettings(search: string): ViewSettings {
  const asked = new URLSearchParams(search);
  const step = (name: string): number | null => {
    const given = asked.get(name) ?? '';
    return /^\d{1,7}$/.test(given) ? Number(given) : null;
  };
  const from = step('from');
  const to = step('to');
  return {
    embed: asked.get('embed') === '1',
    from,
    // A range the wrong way round is the one step that both allow.
    to: to !== null && from !== null ? Math.max(from, to) : to,
    lock: asked.get('lock') === '1',
    theme: asked.get('theme'),
    language: asked.get('lang'),
  };
}

/** The settings of this visit: they do not change while the page is open. */
export const view = readViewSettings(typeof location === 'undefined' ? '' : location.search);

/** The step nearest to `step` that may be shown. */
export const withinView = ({ from, to }: ViewSettings, step: number): number =>
  Math.max(from ?? 0, Math.min(to ?? step, step));

/** Something else than the next step may be chosen here. */
export const mayChoose = ({ lock, to }: ViewSettings, step: number): boolean =>
  !lock && (to === null || step < to);
