import { USUAL_POPULATION } from '@laurel/engine/simulate';
import { proxy } from 'comlink';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Label, ProgressBar, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { PlaceTabs } from '../house/place-tabs.tsx';
import type { RemoteWorkshop } from '../house/workshop.ts';
import { SettingSliders } from '../member/setting-sliders.tsx';
import type { Crowd, CrowdFigure, Population } from '../play/crowd.ts';
import type { Shown, Version } from '../play/workshop.ts';
import type { Shared } from '../share/link.ts';
import { useWords } from '../words/dictionary.ts';
import { FigureTable } from './figure-table.tsx';
import { report } from './report.ts';
import './population.css';

interface PopulationProps {
  readonly workshop: RemoteWorkshop;
  readonly work: Shared | null;
  readonly shown: Shown | null;
  readonly onChange: (part: Partial<Shared>) => void;
  readonly onPlace: (place: 'member' | 'population') => void;
}

/** A thousand members who were never there: what the program gives away, and what another version of it would. */
export default function PopulationPlace({ workshop, work, shown, onChange, onPlace }: PopulationProps) {
  const { t, language } = useWords();
  const [population, setPopulation] = useState(USUAL_POPULATION);
  const [kept, setKept] = useState<Version | null>(null);
  const { crowd, done, cancel, again, isCancelled } = useCrowd(
    workshop,
    work,
    kept,
    population,
    language,
    shown?.isBroken === true,
  );
  const picture = shown?.picture ?? null;
  return (
    <section className="population" aria-label={t.population}>
      <header className="place-head">
        <PlaceTabs place="population" onPlace={onPlace} />
        {kept === null ? (
          <Button
            className="button"
            isDisabled={work === null || picture === null}
            onPress={() => work !== null && setKept({ text: work.text, settings: work.settings })}
          >
            {t.keepVersion}
          </Button>
        ) : (
          <Button className="button" onPress={() => setKept(null)}>
            {t.stopComparing}
          </Button>
        )}
      </header>
      <div className="population-body">
        {shown?.isBroken === true ? (
          <p className="stale-note" role="status">
            {t.broken}
          </p>
        ) : null}
        <p className="hint">{kept === null ? t.populationHint : t.comparingHint}</p>
        <Progress done={done} onCancel={cancel} />
        {isCancelled ? (
          <p className="hint">
            {t.cancelled}{' '}
            <Button className="link" onPress={again}>
              {t.runAgain}
            </Button>
          </p>
        ) : null}
        {crowd === null ? (
          done === null && !isCancelled ? (
            <p className="waiting">{t.loading}</p>
          ) : null
        ) : (
          <div className={done === null && shown?.isBroken !== true ? undefined : 'stale'}>
            <Headline figures={crowd.figures} />
            <FigureTable figures={crowd.figures} />
            {crowd.refused.length === 0 ? null : (
              <p className="hint">
                {t.refusedEvents}: {crowd.refused.map(({ code, times }) => `${code} × ${times}`).join(', ')}
              </p>
            )}
            <p className="hint">
              {t.updatedIn(crowd.tookMs)}{' '}
              <Button className="link" onPress={() => report(crowd.figures, t, picture?.about.program ?? 'program')}>
                {t.downloadReport}
              </Button>
            </p>
          </div>
        )}
        {picture === null || work === null ? null : (
          <SettingSliders
            ranges={picture.about.settings}
            settings={work.settings}
            onSettings={(settings) => onChange({ settings })}
          />
        )}
        <People population={population} onPopulation={setPopulation} />
      </div>
    </section>
  );
}

const WAIT_MS = 120;

/** Runs the newest wish; an older one that is still running is stopped. */
function useCrowd(
  workshop: RemoteWorkshop,
  work: Shared | null,
  kept: Version | null,
  population: Population,
  language: 'en' | 'zh',
  isBroken: boolean,
) {
  const [crowd, setCrowd] = useState<Crowd | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  const [round, setRound] = useState(0);
  const running = useRef(0);
  const text = work?.text ?? null;
  const settings = work?.settings ?? null;
  // A new round asks the same again.
  const wish = useMemo(
    () =>
      text === null || settings === null || isBroken
        ? null
        : { round, asked: { text, settings, kept, population, language } },
    [text, settings, kept, population, language, isBroken, round],
  );
  useEffect(() => {
    if (wish === null) return;
    running.current += 1;
    const own = running.current;
    setCancelled(false);
    const timer = setTimeout(async () => {
      setDone(0);
      const told = proxy((share: number) => {
        if (own === running.current) setDone(share);
      });
      const result = await workshop.crowd(wish.asked, told);
      if (own !== running.current) return;
      setDone(null);
      if (result !== null) setCrowd(result);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [workshop, wish]);
  return {
    crowd,
    done,
    isCancelled,
    cancel: () => {
      running.current += 1;
      setDone(null);
      setCancelled(true);
      void workshop.stopCrowd();
    },
    again: () => setRound((now) => now + 1),
  };
}

function Progress({ done, onCancel }: { readonly done: number | null; readonly onCancel: () => void }) {
  const { t } = useWords();
  return (
    <div className="progress-place">
      {done === null ? null : (
        <>
          <ProgressBar className="progress" aria-label={t.loading} value={done * 100}>
            {({ percentage }) => <span className="progress-bar" style={{ width: `${percentage ?? 0}%` }} />}
          </ProgressBar>
          <Button className="link" onPress={onCancel}>
            {t.cancel}
          </Button>
        </>
      )}
    </div>
  );
}

/** The three that are asked first. */
function Headline({ figures }: { readonly figures: readonly CrowdFigure[] }) {
  const { t } = useWords();
  const shown = (['sales', 'allCost', 'outstanding'] as const).flatMap(
    (id) => figures.find((one) => one.id === id) ?? [],
  );
  return (
    <ul className="figures">
      {shown.map(({ id, text, share, difference }) => (
        <li key={id}>
          <div className="figure">
            <span className="figure-name">{t.crowd[id]}</span>
            <span className="figure-number">{share ?? text}</span>
            <span className="hint">{share === null ? null : `${text} · ${t.ofSales}`}</span>
            {difference === null ? null : <span className="hint">{`${difference} ${t.against}`}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface PeopleProps {
  readonly population: Population;
  readonly onPopulation: (population: Population) => void;
}

/** Who the members are. */
function People({ population, onPopulation }: PeopleProps) {
  const { t } = useWords();
  const slider = (
    name: 'members' | 'purchasesAYear' | 'basket' | 'leavingAYear' | 'birthdaysKnown',
    least: number,
    most: number,
    step: number,
  ) => (
    <Slider
      className="slider"
      value={population[name]}
      minValue={least}
      maxValue={most}
      step={step}
      formatOptions={most === 1 ? { style: 'percent' } : {}}
      onChange={(value) => onPopulation({ ...population, [name]: value })}
    >
      <Label>{t.people[name]}</Label>
      <SliderOutput />
      <SliderTrack>
        <SliderThumb />
      </SliderTrack>
    </Slider>
  );
  return (
    <section className="settings" aria-labelledby="people-title">
      <header className="part-head">
        <h3 id="people-title">{t.peopleTitle}</h3>
        <Button className="link" onPress={() => onPopulation({ ...population, seed: population.seed + 1 })}>
          {t.otherPeople}
        </Button>
      </header>
      <p className="hint">{t.peopleHint}</p>
      {slider('members', 1_000, 20_000, 1_000)}
      {slider('purchasesAYear', 1, 30, 1)}
      {slider('basket', 20, 2_000, 20)}
      {slider('leavingAYear', 0, 1, 0.05)}
      {slider('birthdaysKnown', 0, 1, 0.05)}
    </section>
  );
}
