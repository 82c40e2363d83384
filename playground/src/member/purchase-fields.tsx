import { Button } from 'react-aria-components';
import { Icon } from '../house/icons.tsx';
import { isRecord } from '../play/story.ts';
import { useWords } from '../words/dictionary.ts';
import { type FieldsProps, stated } from './fields.ts';

type Row = Readonly<Record<string, unknown>>;

/** A basket, how it was paid, and whether the card was there. */
export function PurchaseFields({ body, onBody, about }: FieldsProps) {
  const { t } = useWords();
  const lines = Array.isArray(body.lines) ? body.lines.filter(isRecord) : [];
  const tenders = Array.isArray(body.tenders) ? body.tenders.filter(isRecord) : null;
  const { tenders: _, ...unpaid } = body;
  const setLine = (at: number, line: Row) => onBody({ ...body, lines: lines.map((one, i) => (i === at ? line : one)) });
  const setTender = (at: number, tender: Row) =>
    onBody({ ...body, tenders: (tenders ?? []).map((one, i) => (i === at ? tender : one)) });
  return (
    <>
      <fieldset className="lines">
        <legend>{t.goods}</legend>
        {lines.map((line, i) => (
          <LineFields
            // Lines have no name of their own; they are told apart by where they stand.
            key={`line ${i + 1}`}
            line={line}
            currency={about.currency}
            onLine={(next) => setLine(i, next)}
            onRemove={lines.length < 2 ? null : () => onBody({ ...body, lines: lines.filter((one) => one !== line) })}
          />
        ))}
        <Button
          className="link"
          onPress={() =>
            onBody({
              ...body,
              lines: [...lines, { item: String(lines.length + 1), quantity: '1', unitPrice: '100.00' }],
            })
          }
        >
          <Icon name="plus" /> {t.addLine}
        </Button>
      </fieldset>
      <label className="row">
        <span>{t.paying}</span>
        <select
          className="field"
          value={tenders === null ? '' : 'said'}
          onChange={({ target }) =>
            onBody(
              target.value === ''
                ? { ...unpaid, kind: body.kind }
                : { ...body, tenders: [{ kind: 'cash', amount: '0.00' }] },
            )
          }
        >
          <option value="">{t.payingQuoted}</option>
          <option value="said">{t.payingStated}</option>
        </select>
      </label>
      {tenders === null ? null : (
        <fieldset className="lines">
          <legend className="unseen">{t.paying}</legend>
          {tenders.map((tender, i) => (
            <div className="line" key={`tender ${i + 1}`}>
              <select
                className="field"
                aria-label={t.paying}
                value={stated(tender.kind)}
                onChange={({ target }) => setTender(i, { ...tender, kind: target.value })}
              >
                {Object.entries(t.tenders).map(([kind, name]) => (
                  <option key={kind} value={kind}>
                    {name}
                  </option>
                ))}
              </select>
              <input
                className="field"
                inputMode="decimal"
                aria-label={t.amount}
                value={stated(tender.amount)}
                onChange={({ target }) => setTender(i, { ...tender, amount: target.value })}
              />
            </div>
          ))}
          <Button
            className="link"
            onPress={() => onBody({ ...body, tenders: [...tenders, { kind: 'voucher', amount: '0.00' }] })}
          >
            <Icon name="plus" /> {t.addTender}
          </Button>
        </fieldset>
      )}
      <Wishes body={body} onBody={onBody} wishes={about.wishes} />
      <label className="check">
        <input
          type="checkbox"
          checked={body.cardShown !== false}
          onChange={({ target }) => onBody({ ...body, cardShown: target.checked })}
        />{' '}
        {t.cardShown}
      </label>
    </>
  );
}

/** What the member asks for: everything that the program lets one ask for, and whatever else the event has. */
function Wishes({
  body,
  onBody,
  wishes,
}: Pick<FieldsProps, 'body' | 'onBody'> & { readonly wishes: readonly string[] }) {
  const { t } = useWords();
  const asked = Array.isArray(body.asks) ? body.asks.filter((wish) => typeof wish === 'string') : [];
  const all = [...new Set([...wishes, ...asked])];
  if (all.length === 0) return null;
  const { asks: _, ...silent } = body;
  const ask = (wish: string, isAsked: boolean) => {
    const asks = isAsked ? [...asked, wish] : asked.filter((one) => one !== wish);
    onBody(asks.length === 0 ? { ...silent, kind: body.kind } : { ...body, asks });
  };
  return (
    <fieldset className="choices">
      <legend>{t.asks}</legend>
      {all.map((wish) => (
        <label className="check" key={wish}>
          <input type="checkbox" checked={asked.includes(wish)} onChange={({ target }) => ask(wish, target.checked)} />{' '}
          {wish}
        </label>
      ))}
    </fieldset>
  );
}

interface LineProps {
  readonly line: Row;
  readonly currency: string;
  readonly onLine: (line: Row) => void;
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null;
}

function LineFields({ line, currency, onLine, onRemove }: LineProps) {
  const { t } = useWords();
  const set = (name: string, value: string) => {
    const { [name]: _, ...others } = line;
    onLine(value === '' ? others : { ...others, [name]: value });
  };
  const text = (
    name: string,
    label: string,
    more: { readonly inputMode?: 'decimal'; readonly className?: string } = {},
  ) => (
    <label className={more.className}>
      <span>{label}</span>
      <input
        className="field"
        required={name !== 'category' && name !== 'brand'}
        inputMode={more.inputMode}
        value={stated(line[name])}
        onChange={({ target }) => set(name, target.value)}
      />
    </label>
  );
  return (
    <div className="line">
      {text('item', t.item, { className: 'wide' })}
      <label>
        <span>{t.priceClass}</span>
        <select
          className="field"
          value={stated(line.priceClass)}
          onChange={({ target }) => set('priceClass', target.value)}
        >
          {Object.entries(t.priceClasses).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {text('quantity', t.quantity, { inputMode: 'decimal' })}
      {text('unitPrice', `${t.unitPrice} (${currency})`, { inputMode: 'decimal' })}
      {text('category', t.category)}
      {text('brand', t.brand)}
      {onRemove === null ? null : (
        <Button className="quiet square" aria-label={t.removeLine} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}
