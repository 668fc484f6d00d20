// The timestamp box on a clock: how many ticks ago the newest stamp was made that each user has been shown. Beyond the
// period a user refuses: so old a world cannot be the whole one.

import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { BoxScene } from '../scene-signed.ts';
import { BOX } from '../state.ts';
import { Badge, useWords } from './parts.tsx';
import { RefusalValues } from './refusal.tsx';
import { refusedLines } from './told.ts';
import './view.css';

export const box: View<ViewProps<BoxScene>, BoxScene> & { readonly stand: 'moment' } = {
  kind: 'box',
  stand: 'moment',
  Draw,
  outline: (scene) => [
    {
      key: 'clock',
      text: text(scene.period === 0 ? 'box.off' : 'box.clock', { clock: scene.clock, period: scene.period }),
    },
    ...scene.users.map(toldUser(scene)),
    ...refusedLines(scene.refused),
  ],
};

const toldUser =
  ({ period }: BoxScene) =>
  ({ user, asked, tick, atAsk, age }: BoxScene['users'][number]): Told => ({
    key: `stamp ${user}`,
    text:
      tick === null
        ? text('box.tell.never', { user })
        : text(atAsk > period ? 'box.tell.old' : 'box.tell', { user, asked, tick, atAsk, age }),
  });

const SIZE = 208;
const RADIUS = 80;
/** The longest hand, and by how much each user's is shorter than the one before: no two lie over each other. */
const HAND = 64;
const SHORTER = 20;

/** The part of the dial that the period takes; what is left is too old. */
const SHARE = 5 / 6;

/** Where an age stands on the dial, in turns from the top. */
const turnOf = (age: number, period: number): number =>
  period === 0 ? 0 : Math.min(0.97, (age / period) * SHARE);

const pointAt = (turn: number, radius: number) => ({
  x: SIZE / 2 + radius * Math.sin(2 * Math.PI * turn),
  y: SIZE / 2 - radius * Math.cos(2 * Math.PI * turn),
});

function Draw({ scene, setHot }: ViewProps<BoxScene>) {
  const t = useWords();
  const { period, clock, users, refused } = scene;
  const last = refused.at(-1);
  return (
    <div className="sundr-view box-view">
      <Dial scene={scene} />
      <div className="box-side">
        <p data-told="clock">
          <Say text={text(period === 0 ? 'box.off' : 'box.clock', { clock, period })} />
        </p>
        <table>
          <thead data-part="heads">
            <tr>
              <th scope="col">{t('box.user')}</th>
              <th scope="col">{t('box.stamp')}</th>
              <th scope="col">{t('box.atAsk')}</th>
              <th scope="col">{t('box.age')}</th>
            </tr>
          </thead>
          <tbody>
            {users.map(({ user, tick, atAsk, age }) => (
              <tr
                key={user}
                data-told={`stamp ${user}`}
                onPointerEnter={() => setHot(`actor ${user}`)}
                onPointerLeave={() => setHot(null)}
              >
                <th scope="row">
                  <Badge who={user} />
                </th>
                <td>{tick ?? '–'}</td>
                <td data-bad={(period > 0 && atAsk > period) || undefined}>
                  {tick === null ? '–' : atAsk > period ? `${atAsk} ✕` : `${atAsk} ✓`}
                </td>
                <td>{tick === null ? '–' : age}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {last ? <RefusalValues scene={scene} user={last.user} refusal={last.refusal} /> : null}
      </div>
    </div>
  );
}

/** Ages run clockwise from the top, a tick a mark; what is beyond the period is hatched. */
function Dial({ scene }: { readonly scene: BoxScene }) {
  const t = useWords();
  const { period, users } = scene;
  const marks = period === 0 ? [] : Array.from({ length: period + 1 }, (_, age) => age);
  const from = pointAt(SHARE, RADIUS);
  const to = pointAt(0, RADIUS);
  const places = users.map(({ tick, age }, index) =>
    tick === null || period === 0 ? null : pointAt(turnOf(age, period), HAND - index * SHORTER),
  );
  return (
    <svg className="box-dial" width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <g data-part="dial">
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className="dial-rim" />
        <path d={`M${from.x},${from.y}A${RADIUS},${RADIUS} 0 0 1 ${to.x},${to.y}`} className="dial-late" />
        {marks.map((age) => {
          const turn = turnOf(age, period);
          const [one, two, label] = [
            pointAt(turn, RADIUS - 5),
            pointAt(turn, RADIUS + 3),
            pointAt(turn, RADIUS + 13),
          ];
          return (
            <g key={age}>
              <line x1={one.x} y1={one.y} x2={two.x} y2={two.y} />
              <text x={label.x} y={label.y + 4} textAnchor="middle">
                {age}
              </text>
            </g>
          );
        })}
        <text x={SIZE / 2} y={SIZE / 2 + 4} textAnchor="middle" className="dial-box">
          {BOX}
        </text>
        {period === 0 ? null : (
          <text {...pointAt((1 + SHARE) / 2, RADIUS + 12)} textAnchor="end" className="dial-word">
            {t('box.tooOld')}
          </text>
        )}
      </g>
      {users.map(({ user }, index) => {
        const at = places[index];
        return at ? (
          <g key={user} data-part="hand lamp" className="dial-hand">
            <line x1={SIZE / 2} y1={SIZE / 2} x2={at.x} y2={at.y} />
            <rect x={at.x - 9} y={at.y - 9} width={18} height={18} rx={5} />
            <text x={at.x} y={at.y + 4.5} textAnchor="middle">
              {user}
            </text>
          </g>
        ) : null;
      })}
    </svg>
  );
}
