// Entry of a browser worker that expands states for a search, of any system in the catalog.

import { modelsOf, serveExpander } from '../compute/explore-serve.ts';
import { webPort } from '../compute/web-endpoint.ts';
import { catalog } from '../systems/catalog.ts';

serveExpander(webPort(self as unknown as Parameters<typeof webPort>[0]), modelsOf(catalog));
