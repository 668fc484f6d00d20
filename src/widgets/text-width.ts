// How wide texts are as the page would set them: label columns follow measured text, since every system has another sans.

let context: CanvasRenderingContext2D | null = null;

/** The widest, in pixels, in the page's sans. */
export function widestOf(texts: readonly string[], size: number, weight: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = `${weight} ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, context.measureText(text).width);
  return Math.ceil(widest);
}
