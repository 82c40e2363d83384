import { type Population, USUAL_POPULATION } from '@laurel/engine/simulate';
import type { Language } from '@laurel/language';
import { grouped } from './figures.ts';
import { UsageError } from './io.ts';

/** Where the members of a simulation come from: a file, or chance. */
export type Source = Recorded | { readonly kind: 'generated'; readonly population: Population };
export interface Recorded {
  readonly kind: 'recorded';
  readonly histories: string;
  readonly mapping: string;
}

export interface SourceOptions {
  /** A CSV file of purchases; may be gzipped. Without it members are generated. */
  readonly histories?: string;
  /** A YAML file that says what its columns mean. */
  readonly mapping?: string;
  /** How many members are generated, from which seed, over how many years. */
  readonly members?: number;
  readonly seed?: number;
  readonly years?: number;
}

/** @throws UsageError where the options speak of both, or of half a file */
export function sourceOf({ histories, mapping, members, seed, years }: SourceOptions): Source {
  const generated = members !== undefined || seed !== undefined || years !== undefined;
  if (histories === undefined && mapping === undefined) {
    const usual = USUAL_POPULATION;
    const wanted = { members: members ?? usual.members, seed: seed ?? usual.seed, years: years ?? usual.years };
    return { kind: 'generated', population: { ...usual, ...wanted } };
  }
  if (generated) {
    throw new UsageError(
      '--members, --seed and --years generate members; leave them out, or --histories and --mapping',
    );
  }
  if (histories === undefined) throw new UsageError('--mapping says what the columns of --histories mean; name both');
  if (mapping === undefined) throw new UsageError('--histories needs --mapping, which says what its columns mean');
  return { kind: 'recorded', histories, mapping };
}

/** What must stand under every figure about members who were never there. */
export function generatedNote({ members, seed, years, from }: Population, language: Language): string {
  const count = grouped(String(members));
  return language === 'zh'
    ? `以上为随机生成的${count}名会员（种子${seed}，${from}起${years}年）。他们的消费不受方案影响：不会因优惠多买，也不会因优惠少而离开。`
    : `These are ${count} generated members (seed ${seed}, ${years === 1 ? '1 year' : `${years} years`} from ${from}). They do not react to the program: nobody buys more for a better offer, and nobody leaves for a worse one.`;
}
