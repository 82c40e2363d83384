import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { dateText, timeText } from '../house/dates.ts';
import { Icon } from '../house/icons.tsx';
import { Prose } from '../house/prose.tsx';
import type { RemoteWorkshop } from '../house/workshop.ts';
import type { Picture, RuleWhy, Why } from '../play/picture.ts';
import type { Story } from '../play/story.ts';
import { useWords } from '../words/dictionary.ts';
import { describe, kindName } from './describe.ts';
import { walletName } from './figures.tsx';
import { LedgerTable } from './ledger.tsx';

/** What was asked: why an event did what it did, or why a balance is what it is. */
export type WhyQuestion =
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'wallet'; readonly wallet: string };

interface WhyProps {
  readonly question: WhyQuestion;
  readonly workshop: RemoteWorkshop;
  readonly picture: Picture;
  readonly story: Story;
  readonly onAsk: (question: WhyQuestion) => void;
  readonly onShowLine: (at: { readonly line: number } | null) => void;
  readonly onClose: () => void;
}

/** The answer, beside what was asked about: the rules stay in sight, and the one that acted is marked there. */
export function WhyPanel({ question, workshop, picture, story, onAsk, onShowLine, onClose }: WhyProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const figure =
    question.kind === 'wallet' ? picture.figures.find(({ wallet }) => wallet === question.wallet) : undefined;
  const item = question.kind === 'item' ? story.items.find(({ id }) => id === question.item) : undefined;
  const title =
    figure !== undefined
      ? t.whyBalance(walletName(figure, t.storedValue))
      : item === undefined
        ? t.why
        : `${kindName(item.body.kind, t)} · ${dateText(item.at, t.locale)} ${timeText(item.at)}`;
  return (
    <aside className="why" aria-labelledby="why-title" onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <header className="part-head">
        <h2 id="why-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button className="quiet square" aria-label={t.close} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      {figure !== undefined ? (
        <>
          <p className="why-figure">{figure.text}</p>
          <LedgerTable
            rows={picture.ledger.filter(({ wallet }) => wallet === figure.wallet).toReversed()}
            picture={picture}
            onWhy={onAsk}
          />
        </>
      ) : item === undefined ? null : (
        <>
          <p className="hint">{describe(item, t)}</p>
          <ItemWhy item={item.id} workshop={workshop} picture={picture} onShowLine={onShowLine} />
        </>
      )}
    </aside>
  );
}

interface ItemWhyProps extends Pick<WhyProps, 'workshop' | 'picture' | 'onShowLine'> {
  readonly item: string;
}

function ItemWhy({ item, workshop, picture, onShowLine }: ItemWhyProps) {
  const { t } = useWords();
  const [why, setWhy] = useState<Why | null>(null);
  // A new picture may have a new answer.
  // The picture is not read here, but it is what the answer hangs on.
  const asked = useRef(picture);
  asked.current = picture;
  useEffect(() => {
    let isCurrent = true;
    void workshop.why(item).then((answer) => {
      if (!isCurrent || picture !== asked.current) return;
      setWhy(answer);
      const [first] = answer?.rules.filter(({ acted }) => acted) ?? [];
      onShowLine(first === undefined ? null : { line: first.line });
    });
    return () => {
      isCurrent = false;
    };
  }, [workshop, item, picture, onShowLine]);
  if (why === null) return <p className="waiting">{t.loading}</p>;
  const [acted, silent] = [why.rules.filter((rule) => rule.acted), why.rules.filter((rule) => !rule.acted)];
  return (
    <>
      <Sentences title={t.whatHappened} sentences={why.notes} />
      <Sentences title={t.whatMoved} sentences={why.entries} />
      <RuleFates title={t.rulesThatActed} rules={acted} onShow={(line) => onShowLine({ line })} />
      <RuleFates title={t.rulesThatDid} rules={silent} onShow={(line) => onShowLine({ line })} />
    </>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Prose text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RuleFates({
  title,
  rules,
  onShow,
}: {
  readonly title: string;
  readonly rules: readonly RuleWhy[];
  readonly onShow: (line: number) => void;
}) {
  const { t } = useWords();
  if (rules.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="fates">
        {rules.map(({ rule, line, acted, text }) => (
          <li key={rule} className={acted ? 'acted' : 'silent'}>
            <Button className="link plain" onPress={() => onShow(line)}>
              {rule} <small>{t.line(line)}</small>
            </Button>
            <p>
              <Prose text={text} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
