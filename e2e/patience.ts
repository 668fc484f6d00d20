/**
 * What every bound in time is multiplied by. In CI nobody knows the machine nor what else it does: there a bound catches
 * what is wrong by far, and not what is slow by little. What the page takes is measured by `npm run bench -- page`.
 */
export const patience = process.env.CI ? 4 : 1;
