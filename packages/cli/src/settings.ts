import type { Program, Settings } from '@laurel/engine';
import { UsageError } from './io.ts';

type Setting = Program['settings'][number];

/**
 * Reads `--set "Birthday multiplier=3"`: values as a person writes them, `3`, `58%`, `¥1,500`, `200 points`.
 * @throws UsageError with the settings that there are, or the values that one of them may have
 */
export function settingsFrom(texts: readonly string[], program: Program, path: string): Settings {
  const settings = new Map<string, string>();
  for (const text of texts) {
    const { setting, values } = turned(text, program, path);
    const [value, another] = values;
    if (value === undefined || another !== undefined) {
      throw new UsageError(`--set ${text}: one value is wanted, ${setting.name}=${shown(setting, setting.value)}`);
    }
    settings.set(setting.name, value);
  }
  return Object.fromEntries(settings);
}

/** Reads `--sweep "Birthday multiplier=2,3,4"`. */
export function sweepFrom(text: string, program: Program, path: string): { name: string; values: readonly string[] } {
  const { setting, values } = turned(text, program, path);
  return { name: setting.name, values };
}

/** `NAME=VALUE`, or several values with commas between them. A name may hold an equals sign; a value never does. */
function turned(text: string, program: Program, path: string): { setting: Setting; values: readonly string[] } {
  const at = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim();
  const setting = program.settings.find((one) => one.name === name);
  if (at < 0 || setting === undefined) throw new UsageError(noSuch(text, at < 0 ? text : name, program, path));
  const values = text
    .slice(at + 1)
    .split(/,(?!\d{3}(?!\d))/)
    .map((value) => valueFrom(value, setting));
  return { setting, values };
}

function noSuch(text: string, name: string, { settings }: Program, path: string): string {
  if (settings.length === 0) return `${path} has no settings, so ${text} sets nothing`;
  const known = settings.map((one) => `${one.name}=${shown(one, one.value)}`).join('; ');
  return `${path} has no setting "${name}"; those it has stand so: ${known}`;
}

function valueFrom(text: string, setting: Setting): string {
  const { name, unit, scale, range } = setting;
  const isPercent = /[%％]\s*$/.test(text);
  const number = text
    .replace(/[,，\s]/g, '')
    .replace(/^[¥￥$£€]/, '')
    .replace(/(?:[%％x倍元]|points?|积分|times)$/i, '');
  const most = `from ${shown(setting, range.least)} to ${shown(setting, range.most)}`;
  if (!/^\d+(?:\.\d+)?$/.test(number) || isPercent !== (unit === 'share')) {
    throw new UsageError(`"${text.trim()}" is no value of the setting "${name}"; it can be ${most}`);
  }
  const value = isPercent ? Number(number) / 100 : Number(number);
  if (value < Number(range.least) || value > Number(range.most)) {
    throw new UsageError(`the setting "${name}" can be ${most}, not ${text.trim()}`);
  }
  if (Number(value.toFixed(scale)) !== value) {
    throw new UsageError(
      `the setting "${name}" has at most ${scale - (isPercent ? 2 : 0)} decimals, not ${text.trim()}`,
    );
  }
  return String(Number(value.toFixed(scale)));
}

function shown({ unit }: Setting, value: string): string {
  return unit === 'share' ? `${Number((Number(value) * 100).toFixed(7))}%` : value;
}
