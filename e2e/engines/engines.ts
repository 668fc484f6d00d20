// The browser engines, and where each is found on this machine: the system's own before Playwright's download.

import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserType } from '@playwright/test';
import { chromium, firefox, webkit } from '@playwright/test';
import { findChromium } from '../../scripts/project.mjs';
import type { Driver } from './driver.ts';
import { openFirefox } from './firefox.ts';
import { openWithPlaywright } from './playwright.ts';
import { openWebKitGtk } from './webkit-gtk.ts';

export interface Engine {
  readonly name: string;
  /** Starts it; null where it is not installed. */
  readonly open: (() => Promise<Driver>) | null;
  /** How it is had. */
  readonly get: string;
}

type Open = Engine['open'];

export const engines = (): readonly Engine[] => [
  {
    name: 'Chromium',
    open: systemChromium() ?? downloaded(chromium),
    get: 'apt-get install chromium-headless-shell, or npx playwright install chromium',
  },
  {
    name: 'Firefox',
    open: systemFirefox() ?? downloaded(firefox),
    get: 'apt-get install firefox-esr, or npx playwright install firefox',
  },
  {
    name: 'WebKit',
    open: webKitGtk() ?? downloaded(webkit),
    get: 'apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb, or npx playwright install webkit',
  },
];

const downloaded = (type: BrowserType): Open =>
  existsSync(type.executablePath()) ? () => openWithPlaywright(type) : null;

function systemChromium(): Open {
  const path = findChromium();
  return path === undefined ? null : () => openWithPlaywright(chromium, path);
}

function systemFirefox(): Open {
  const path =
    onPath('firefox-esr') ?? onPath('firefox') ?? present('/Applications/Firefox.app/Contents/MacOS/firefox');
  return path === undefined ? null : () => openFirefox(path);
}

function webKitGtk(): Open {
  const driver = onPath('WebKitWebDriver');
  const browser = miniBrowser();
  if (driver === undefined || browser === undefined || onPath('Xvfb') === undefined) return null;
  return () => openWebKitGtk(driver, browser);
}

/** Debian keeps it in a folder of the architecture and the version, others beside other programs' helpers. */
function miniBrowser(): string | undefined {
  const places = ['/usr/libexec', '/usr/lib', ...foldersIn('/usr/lib')];
  return places
    .flatMap((place) => foldersIn(place).filter((folder) => /\/webkit2?gtk-[\d.]+$/.test(folder)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((path) => existsSync(path));
}

const foldersIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((each) => each.isDirectory())
        .map(({ name }) => join(path, name))
        .sort()
    : [];

const present = (path: string): string | undefined => (existsSync(path) ? path : undefined);

const onPath = (program: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
