// What stands where a page could not be drawn: what happened, what to do, and everything the learner made as a file. It
// needs nothing but itself: no tables of words, no run, no storage that works.

import { useEffect, useState } from 'react';
import { isMissingPart } from '../base/ask-twice.ts';
import { Refusal } from '../base/result.ts';
import { plain } from '../base/words.ts';
import { exportAll, saveFile } from './files.ts';
import { lastSay } from './last-words.ts';
import { page } from './store.ts';
import './error-page.css';

/** Of a part that did not arrive: there is another version of the page, its host is away, or neither. */
type Missing = 'newer' | 'away' | 'here';

async function whyMissing(): Promise<Missing> {
  // Named in the page among what it asks for first.
  const own =
    document.querySelector('script[type="module"][src]')?.getAttribute('src')?.replace('./', '') ?? '';
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) return 'away';
    return (await answer.text()).includes(own) ? 'here' : 'newer';
  } catch {
    return 'away';
  }
}

export function BrokenPage({ error }: { readonly error: unknown }) {
  const { language, frame, words } = page();
  const missing = isMissingPart(error);
  const [why, setWhy] = useState<Missing>('here');
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (missing) void whyMissing().then(setWhy);
  }, [missing]);
  const say = (key: Parameters<typeof lastSay>[1], args?: Parameters<typeof lastSay>[2]): string =>
    lastSay(language, key, args);
  const attempt = (work: () => Promise<void>): void => {
    work().then(
      () => setSaid(''),
      (reason) => setSaid(say('last.notSaved', { why: reasonOf(reason) })),
    );
  };
  const reasonOf = (reason: unknown): string =>
    reason instanceof Refusal ? plain(words, reason.text) : messageOf(reason);
  return (
    <section className="error-page" role="alert">
      <h1>{say(missing ? 'last.missingTitle' : 'last.fault')}</h1>
      <p>{missing ? say(`last.${why}`) : say('last.faultDo', { message: messageOf(error) })}</p>
      <div className="row">
        <button type="button" className="button filled" onClick={() => location.reload()}>
          {say('last.reload')}
        </button>
        <a className="button" href="#/">
          {say('last.home')}
        </a>
      </div>
      <p>{say('last.kept')}</p>
      <div className="row">
        {frame ? (
          <button type="button" className="button" onClick={() => attempt(saveFile)}>
            {say('last.save')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => attempt(exportAll)}>
          {say('last.all')}
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
