/** Where what was played when the page was built stands (scripts/played.mjs). */
declare module 'virtual:played' {
  export const folder: string;
}
