// @vitest-environment happy-dom
// Where a system's own view stands, beside the lanes: Memcache has none of a moment, so a toy's are placed here.

import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { text } from '../../base/text.ts';
import type { Scene } from '../../contract/system.ts';
import { toySession } from '../../session/testing/toy-session.ts';
import type { SceneView } from '../views.ts';
import { lanesScene } from './lanes-view.tsx';
import { InPlace } from './staged.tsx';

beforeAll(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
});
afterEach(() => document.body.replaceChildren());

const toyView = (stand: SceneView['stand']): SceneView => ({
  kind: 'post',
  stand,
  Draw: ({ scene }) => <p className="toy">{JSON.stringify(scene)}</p>,
  outline: () => [{ key: 'post', text: text('told') }],
});
const nothing = (): void => undefined;

async function staged(stand: SceneView['stand'] | null, phone = false): Promise<HTMLElement> {
  const toy = toySession();
  const { head } = await toy.open({ system: 'toy', scenario: 'post' });
  const frame = await toy.advance(2);
  const track = await toy.track(0, 7);
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const size = { width: phone ? 330 : 900, phone };
  const { cursor, length, scenes } = frame;
  const shared = { track, choices: [], hot: null };
  await act(async () =>
    root.render(
      <InPlace
        own={stand === null ? null : { view: toyView(stand), scene: scenes[0] as Scene }}
        lanes={lanesScene({ head, track })}
        given={{
          ...shared,
          head,
          cursor,
          panels: frame.panels,
          seenBy: null,
          size,
          goTo: nothing,
          choose: nothing,
          setHot: nothing,
        }}
        axis={{
          ...shared,
          first: 1,
          columns: 7,
          width: size.width,
          now: cursor.step,
          length,
          rows: [],
          rowsQuiet: false,
          glide: false,
          words: {
            step: 'step',
            start: 'start',
            nowStep: String,
            shortStep: String,
            or: 'or',
            more: String,
            value: String,
            goTo: String,
            folded: String,
            promises: 'promises',
            notHere: '',
          },
          onHot: nothing,
          onGo: nothing,
          onChoose: nothing,
        }}
      />,
    ),
  );
  return host;
}

test('without one the lanes stand on the axis', async () => {
  const host = await staged(null);
  expect(host.querySelector('.time-panel .lanes')).not.toBeNull();
  expect(host.querySelector('.toy')).toBeNull();
});

test('a view on the axis takes the place of the lanes; headings and ruler stay', async () => {
  const host = await staged('axis');
  expect(host.querySelector('.time-panel .toy')?.textContent).toBe('{"kind":"post","seen":[],"net":[0,1]}');
  expect(host.querySelector('.lanes')).toBeNull();
  expect(host.querySelector('.time-panel .headings')).not.toBeNull();
  expect(host.querySelector('[role="slider"]')).not.toBeNull();
});

test('a view of the moment stands in a frame above the headings, in place of the lanes', async () => {
  const host = await staged('moment');
  const toy = host.querySelector('.moment .toy') as Element;
  const headings = host.querySelector('.time-panel .headings') as Element;
  expect(toy.compareDocumentPosition(headings) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(host.querySelector('.lanes')).toBeNull();
});

test('on a phone it stands alone, and tells of itself', async () => {
  const host = await staged('moment', true);
  expect(host.querySelector('.toy')).not.toBeNull();
  expect(host.querySelector('.narrow, .time-panel')).toBeNull();
  expect(host.querySelector('ul li')?.textContent).toBe('told');
});
