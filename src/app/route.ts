// The address after `#`: the first page, a scenario, a link to a moment, or nothing we know.

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'corrections' }
  | { readonly page: 'scenario'; readonly system: string; readonly scenario: string; readonly hash: string }
  | { readonly page: 'link'; readonly hash: string }
  /** Not an address: a file that was opened, by its name. */
  | { readonly page: 'file'; readonly hash: string }
  | { readonly page: 'unknown'; readonly hash: string };

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

/** What an address can name: a file has none. */
export type AddressRoute = Exclude<Route, { readonly page: 'file' }>;

export function routeOf(hash: string): AddressRoute {
  if (hash === '' || hash === '#' || hash === '#/') return { page: 'home' };
  if (hash === '#/corrections') return { page: 'corrections' };
  // Any version: the codec says whether it is ours, damaged, or newer than this page.
  if (/^#\/v\d+(\/|$)/.test(hash)) return { page: 'link', hash };
  const parts = hash.slice(2).split('/');
  const [system, scenario] = parts;
  if (
    hash.startsWith('#/') &&
    parts.length === 2 &&
    system &&
    scenario &&
    SLUG.test(system) &&
    SLUG.test(scenario)
  ) {
    return { page: 'scenario', system, scenario, hash };
  }
  return { page: 'unknown', hash };
}

export const scenarioHash = (system: string, scenario: string): string => `#/${system}/${scenario}`;

/** The first page, or another that belongs to it. */
export const isHome = (route: Route): route is Extract<Route, { page: 'home' | 'corrections' }> =>
  route.page === 'home' || route.page === 'corrections';
