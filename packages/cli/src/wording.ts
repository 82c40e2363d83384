import type { Language, Marked, Severity } from '@laurel/language';

/** The command line's own few words about a file, in the language of the file. */
export interface Wording {
  severity(severity: Severity): string;
  /** What a place shows that is not the problem's own. */
  role(role: Marked['role']): string;
  colon: string;
  hint: string;
  fix: string;
  removeLine: string;
  /** `rules/tea: 2 files, 3 errors; --fix can mend 1 of them`. */
  summary(counts: Counts): string;
  unreadLinesStay(count: number): string;
}

export interface Counts {
  /** The file or folder that was asked for; null: several were. */
  readonly label: string | null;
  /** Null: one file was named, so there is nothing to count. */
  readonly files: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** How many `--fix` would mend. */
  readonly mendable: number;
}

export function wording(language: Language): Wording {
  return language === 'zh' ? CHINESE : ENGLISH;
}

const ENGLISH: Wording = {
  severity: (severity) => severity,
  role: (role) => (role === 'declared' ? 'declared here' : 'and here'),
  colon: ': ',
  hint: 'hint',
  fix: 'fix',
  removeLine: 'remove this line',
  summary({ label, files, errors, warnings, mendable }) {
    const found = [
      ...(errors > 0 ? [plural(errors, 'error')] : []),
      ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ];
    const parts = [
      ...(files === null ? [] : [plural(files, 'file')]),
      ...(found.length === 0 ? ['no problems'] : found),
    ].join(', ');
    const which = mendable < errors + warnings ? `${mendable} of them` : mendable === 1 ? 'it' : 'them all';
    const mending = mendable === 0 ? '' : `; --fix can mend ${which}`;
    return `${label === null ? '' : `${label}: `}${parts}${mending}`;
  },
  unreadLinesStay: (count) =>
    count === 1
      ? '1 line could not be read and stays as it stands'
      : `${count} lines could not be read and stay as they stand`,
};

const CHINESE: Wording = {
  severity: (severity) => (severity === 'error' ? '错误' : '警告'),
  role: (role) => (role === 'declared' ? '在此定义' : '另见此处'),
  colon: '：',
  hint: '提示',
  fix: '改为',
  removeLine: '删去这一行',
  summary({ label, files, errors, warnings, mendable }) {
    const found = [...(errors > 0 ? [`${errors} 个错误`] : []), ...(warnings > 0 ? [`${warnings} 个警告`] : [])];
    const parts = [...(files === null ? [] : [`${files} 个文件`]), ...(found.length === 0 ? ['没有问题'] : found)].join(
      '，',
    );
    const which = mendable < errors + warnings ? `其中 ${mendable} 个` : '';
    const mending = mendable === 0 ? '' : `；${which}可用 --fix 改好`;
    return `${label === null ? '' : `${label}：`}${parts}${mending}`;
  },
  unreadLinesStay: (count) => `${count} 行读不懂，原样保留`,
};

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
