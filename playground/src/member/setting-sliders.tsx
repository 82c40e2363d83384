import { Button, Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import type { SettingRange } from '../play/picture.ts';
import { useWords } from '../words/dictionary.ts';

interface SettingProps {
  readonly ranges: readonly SettingRange[];
  readonly settings: Readonly<Record<string, string>>;
  readonly onSettings: (settings: Readonly<Record<string, string>>) => void;
}

/** The program's settings, to be turned without touching the file. */
export function SettingSliders({ ranges, settings, onSettings }: SettingProps) {
  const { t } = useWords();
  if (ranges.length === 0) return null;
  const turned = ranges.some(({ name, value }) => settings[name] !== undefined && settings[name] !== value);
  return (
    <section aria-labelledby="settings-title" className="settings">
      <header className="part-head">
        <h3 id="settings-title">{t.settings}</h3>
        {turned ? (
          <Button className="link" onPress={() => onSettings({})}>
            {t.backToFile}
          </Button>
        ) : null}
      </header>
      <p className="hint">{t.settingsHint}</p>
      {ranges.map(({ name, value, least, most, unit, scale }) => (
        <Slider
          key={name}
          className="slider"
          value={Number(settings[name] ?? value)}
          minValue={Number(least)}
          maxValue={Number(most)}
          step={stepOf(Number(least), Number(most), scale)}
          formatOptions={
            unit === 'share' ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: scale }
          }
          onChange={(next) => onSettings({ ...settings, [name]: decimal(next, scale) })}
        >
          <Label>{name}</Label>
          <SliderOutput />
          <SliderTrack>
            <SliderThumb />
          </SliderTrack>
        </Slider>
      ))}
    </section>
  );
}

const STEPS = 100;

/** Round steps, about a hundred from end to end, and never finer than the setting can be. */
function stepOf(least: number, most: number, scale: number): number {
  const finest = 10 ** -scale;
  const rough = (most - least) / STEPS;
  return Math.max(finest, 10 ** Math.floor(Math.log10(rough)));
}

function decimal(value: number, scale: number): string {
  return String(Number(value.toFixed(scale)));
}
