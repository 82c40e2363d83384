import { dateText, timeText } from '../house/dates.ts';
import { isRecord } from '../play/story.ts';
import { useWords } from '../words/dictionary.ts';
import { describe } from './describe.ts';
import { type FieldsProps, stated } from './fields.ts';
import { PurchaseFields } from './purchase-fields.tsx';

/** The usual fields of an event. Whatever else it carries stays as it is. */
export function EventFields(props: FieldsProps) {
  const { t } = useWords();
  const { body, onBody, about } = props;
  const text = (name: string, label: string) => (
    <label className="row">
      <span>{label}</span>
      <input
        className="field"
        required
        value={stated(body[name])}
        onChange={({ target }) => onBody({ ...body, [name]: target.value })}
      />
    </label>
  );
  switch (body.kind) {
    case 'purchase':
      return <PurchaseFields {...props} />;
    case 'return':
      return <ReturnFields {...props} />;
    case 'join':
    case 'profile':
      return <ProfileFields {...props} />;
    case 'topUp':
      return text('amount', `${t.amount} (${about.currency})`);
    case 'adjust':
      return (
        <>
          <label className="row">
            <span>{t.wallet}</span>
            <select
              className="field"
              required
              value={stated(body.wallet)}
              onChange={({ target }) => onBody({ ...body, wallet: target.value })}
            >
              <option value="" disabled />
              {about.wallets.map((wallet, i) => (
                <option key={wallet} value={wallet}>
                  {i === 0 ? t.storedValue : wallet}
                </option>
              ))}
            </select>
          </label>
          {text('amount', t.amount)}
          {text('reason', t.reason)}
        </>
      );
    default:
      return null;
  }
}

function ProfileFields({ body, onBody }: FieldsProps) {
  const { t } = useWords();
  const profile = isRecord(body.profile) ? body.profile : {};
  return (
    <label className="row">
      <span>{t.birthday}</span>
      <input
        type="date"
        className="field"
        value={stated(profile.birthday)}
        onChange={({ target }) =>
          onBody({ ...body, profile: { ...profile, birthday: target.value === '' ? null : target.value } })
        }
      />
    </label>
  );
}

/** What comes back: a whole purchase, or so many of each of its lines. */
function ReturnFields({ body, onBody, story }: FieldsProps) {
  const { t } = useWords();
  const purchases = story.items.filter((item) => item.body.kind === 'purchase');
  const chosen = purchases.find(({ id }) => id === body.purchase);
  const bought = Array.isArray(chosen?.body.lines) ? chosen.body.lines.filter(isRecord) : [];
  const back = Array.isArray(body.lines) ? body.lines.filter(isRecord) : null;
  const { lines: _, ...whole } = body;
  const setBack = (line: number, quantity: string) => {
    const others = (back ?? []).filter((one) => one.line !== line);
    onBody({ ...body, lines: quantity === '' || quantity === '0' ? others : [...others, { line, quantity }] });
  };
  return (
    <>
      <label className="row">
        <span>{t.purchaseReturned}</span>
        <select
          className="field"
          required
          value={stated(body.purchase)}
          onChange={({ target }) => onBody({ ...whole, purchase: target.value, kind: body.kind })}
        >
          <option value="" disabled />
          {purchases.map((item) => (
            <option key={item.id} value={item.id}>
              {dateText(item.at, t.locale)} {timeText(item.at)} · {describe(item, t)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="choices">
        <legend className="unseen">{t.goods}</legend>
        <label>
          <input
            type="radio"
            name="how-much"
            checked={back === null}
            onChange={() => onBody({ ...whole, kind: body.kind })}
          />{' '}
          {t.everything}
        </label>
        <label>
          <input
            type="radio"
            name="how-much"
            checked={back !== null}
            onChange={() =>
              onBody({ ...body, lines: bought.map((line, i) => ({ line: i + 1, quantity: stated(line.quantity) })) })
            }
          />{' '}
          {t.someOfIt}
        </label>
      </fieldset>
      {back === null
        ? null
        : bought.map((line, i) => (
            <label className="row" key={`${i + 1} ${stated(line.item)}`}>
              <span>{stated(line.item)}</span>
              <input
                className="field"
                inputMode="decimal"
                aria-label={`${t.quantity}: ${stated(line.item)}`}
                value={stated(back.find((one) => one.line === i + 1)?.quantity)}
                onChange={({ target }) => setBack(i + 1, target.value)}
              />
            </label>
          ))}
    </>
  );
}
