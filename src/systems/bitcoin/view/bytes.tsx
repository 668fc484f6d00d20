// The inspector: bytes field by field, hashes made of them, and which check fails with both values. Any byte may be
// changed: hashes and checks are made anew from what is there then.

import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { BytesScene } from '../scene-bytes.ts';
import { turned } from '../scene-bytes.ts';
import { ByteFields, nameOf } from './byte-fields.tsx';
import { ByteFindings, linesOf, sumValue, valueText } from './byte-findings.tsx';
import { useEdits } from './use-edits.ts';
import './bytes.css';

export const bytes: View<ViewProps<BytesScene>, BytesScene> & { readonly stand: 'moment' } = {
  kind: 'bytes',
  stand: 'moment',
  Draw,
  outline: ({ what, fields, sums, hashes, checks, failed }): readonly Told[] => [
    { key: 'what', text: what ?? text('bytes.nothing') },
    ...fields.map((field) => ({
      key: `field ${field.id}`,
      text: text(field.changed ? 'bytes.tell.changed' : 'bytes.tell.field', {
        name: nameOf(field),
        hex: field.hex,
      }),
    })),
    ...(sums ? linesOf(sums) : []).map(({ id, name, value }) => ({
      key: `sum ${id}`,
      text: text('bytes.tell.sum', { name, value: sumValue(value) }),
    })),
    ...hashes.map(({ id, hex }) => ({
      key: `hash ${id}`,
      text: text('bytes.tell.hash', { name: text(`bytes.hash.${id}`), hex: turned(hex) }),
    })),
    ...checks.map(({ rule, state }) => ({
      key: `check ${rule}`,
      text: text(`bytes.tell.${state}`, { rule }),
    })),
    ...failed.map((one) => ({
      key: `failed ${one.rule}`,
      text: text('bytes.failed', { rule: one.rule, got: valueText(one.got), want: valueText(one.want) }),
    })),
  ],
};

function Draw({ scene, size }: ViewProps<BytesScene>) {
  const { what, fields, about } = scene;
  const edits = useEdits(fields, about, scene);
  return (
    <div className="bytes-view" data-wide={size.width >= 900 || undefined}>
      <p className="bytes-what" data-told="what">
        <Say text={what ?? text('bytes.nothing')} />
      </p>
      <ByteFields fields={fields} edits={edits} />
      <ByteFindings found={edits.found} before={scene} />
    </div>
  );
}
