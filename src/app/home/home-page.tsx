// The course page: a live race above; then continue where you left, search, five systems with their core path and
// variants, what the notes say loosely, the kept runs, and opening a file.

import { useState } from 'react';
import { chooseFile } from '../choose-file.ts';
import { usePage } from '../store.ts';
import { useT } from '../words.ts';
import { Continue } from './continue.tsx';
import { CourseSection } from './course-section.tsx';
import { coursesOf } from './courses.ts';
import { HomeLead } from './home-lead.tsx';
import { KeptRuns } from './kept-runs-list.tsx';
import { SearchResults } from './search-results.tsx';
import { useKept, useListed } from './use-listed.ts';
import './home-page.css';

export function HomePage() {
  const t = useT();
  const listed = useListed();
  const stored = useKept();
  const kept = stored?.ok ? stored.value.runs : [];
  const known = usePage((state) => state.words['page.home'] !== undefined);
  const [typed, setTyped] = useState('');
  const latest = kept[0] ?? null;
  if (!known) return null;
  return (
    <div className="home">
      <HomeLead listed={listed} />
      <div className="home-tools">
        <Continue run={latest} listed={listed} />
        <input
          className="input home-search"
          type="search"
          aria-label={t('home.search')}
          placeholder={t('home.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {typed.trim() === '' ? (
        coursesOf(listed).map((course) => (
          <CourseSection key={course.id} course={course} kept={kept} current={latest} />
        ))
      ) : (
        <SearchResults typed={typed} listed={listed} />
      )}
      <section className="home-system">
        <div className="home-system-name">
          <h2>{t('home.corrections')}</h2>
        </div>
        <p className="home-question">
          <a href="#/corrections">{t('home.correctionsLead')}</a>
        </p>
      </section>
      {stored ? <KeptRuns listed={listed} stored={stored} /> : null}
      <div className="row home-foot">
        <button type="button" className="button" onClick={chooseFile}>
          {t('page.openFile')}
        </button>
        <span className="small">{t('share.drop')}</span>
        <span className="small home-foot-note">
          {t('home.foot')} <a href="./licences.txt">{t('home.licences')}</a>
        </span>
      </div>
    </div>
  );
}
